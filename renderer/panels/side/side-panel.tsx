import {
  BookOpen,
  ChevronDown,
  CircleQuestionMark,
  History,
  MessageCircle,
  Spline,
  type LucideIcon,
} from 'lucide-react'
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { sidePanelTitle } from '../../commands/panels.ts'
import { useKeyName } from '../../commands/use-commands.ts'
import { sidePanels, type SidePanelName } from '../../store/state.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { GuidelinesPanel } from '../guidelines/guidelines-panel.tsx'
import { HistoryPanel } from '../history/history-panel.tsx'
import { RelationsPanel } from '../relations/relations-panel.tsx'
import { ReviewPanel } from '../review/review-panel.tsx'
import { SpeakersPanel } from '../speakers/speakers-panel.tsx'

import './side-panel.css'

const panels = {
  guidelines: GuidelinesPanel,
  relations: RelationsPanel,
  speakers: SpeakersPanel,
  history: HistoryPanel,
  review: ReviewPanel,
} as const

/** Stand for the titles where those have no room beside each other. */
const icons: Readonly<Record<SidePanelName, LucideIcon>> = {
  guidelines: BookOpen,
  relations: Spline,
  speakers: MessageCircle,
  history: History,
  review: CircleQuestionMark,
}

/** What is looked up while tagging: one thing at a time, below the documents. */
export function SidePanel() {
  const shown = useWorkbenchAfterPaint(({ sidePanel }) => sidePanel)
  return (
    <section aria-label={t('panels:side.title')} className="panel side-panel">
      {shown === null ? <Folded /> : <Unfolded shown={shown} />}
    </section>
  )
}

function Folded() {
  const session = useSession()
  return (
    <div aria-label={t('panels:side.title')} className="side-tabs-head" role="toolbar">
      {sidePanels.map((name) => (
        <Button
          aria-expanded="false"
          className="side-tab"
          key={name}
          onPress={() => {
            session.store.setState({ sidePanel: name })
          }}
        >
          <Title name={name} />
        </Button>
      ))}
    </div>
  )
}

function Unfolded({ shown }: { readonly shown: SidePanelName }) {
  const session = useSession()
  const Shown = panels[shown]
  return (
    <Tabs
      className="side-tabs"
      onSelectionChange={(key) => {
        const name = sidePanels.find((one) => one === key)
        if (name !== undefined) session.store.setState({ sidePanel: name })
      }}
      selectedKey={shown}
    >
      <div className="side-tabs-head">
        <TabList aria-label={t('panels:side.title')} className="side-tab-list">
          {sidePanels.map((name) => (
            <Tab className="side-tab" id={name} key={name}>
              <Title name={name} />
            </Tab>
          ))}
        </TabList>
        <Button
          aria-label={t('panels:side.fold')}
          className="button button-quiet button-icon"
          onPress={() => {
            session.store.setState({ sidePanel: null })
          }}
        >
          <ChevronDown aria-hidden="true" size={15} strokeWidth={1.75} />
        </Button>
      </div>
      {/* One for each tab: a panel keeps the id that it had first. */}
      <TabPanel className="side-tab-panel" data-region={shown} id={shown} key={shown}>
        <Shown />
      </TabPanel>
    </Tabs>
  )
}

/** What a part is called; of the review also how much of it waits in the open document. */
function Title({ name }: { readonly name: SidePanelName }) {
  const waiting = useWorkbenchAfterPaint(({ document }) =>
    name === 'review' ? (document?.suggestions.length ?? 0) : 0,
  )
  const key = useKeyName(`panel-${name}`)
  const title = sidePanelTitle(name)
  const Icon = icons[name]
  return (
    <span className="side-tab-title" title={key === null ? title : `${title} (${key})`}>
      <Icon aria-hidden="true" size={15} strokeWidth={1.75} />
      <span className="side-tab-words">{title}</span>
      {waiting === 0 ? null : (
        <>
          {' '}
          <span className="side-tab-count">{formatNumber(waiting)}</span>
          <span className="visually-hidden"> {t('panels:side.waiting')}</span>
        </>
      )}
    </span>
  )
}
