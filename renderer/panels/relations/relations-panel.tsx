import { useMemo, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'

import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { usualGaps, type Gap } from '../../relations/gaps.ts'
import type { RelationsView } from '../../store/state.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { DocumentRelations } from './document-relations.tsx'
import { GapChoice } from './gap-choice.tsx'
import { GapList } from './gap-list.tsx'
import { useUnrelated } from './use-unrelated.ts'

import './relations-panel.css'

const views: readonly RelationsView[] = ['document', 'first', 'second', 'own']

/** What is related in the open document, and what of the whole project is not although it could be. */
export function RelationsPanel() {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const types = useWorkbenchAfterPaint(({ project }) => project?.relationTypes ?? [])
  const inDocument = useWorkbenchAfterPaint(({ document }) => document?.relations.length ?? 0)
  const [first, second] = useMemo(() => usualGaps(labels, types), [labels, types])
  const [own, setOwn] = useState<Gap | null>(null)
  const wanted = useWorkbench(({ relationsView }) => relationsView)
  const fallback = useMemo((): Gap | null => {
    const [label, type] = [labels[0], types[0]]
    if (label === undefined || type === undefined) return null
    return { label: label.id, relationType: type.id, end: 'from' }
  }, [labels, types])
  const chosen = own ?? fallback

  const there = {
    document: true,
    first: first !== undefined,
    second: second !== undefined,
    own: chosen !== null,
  }
  const view = there[wanted] ? wanted : 'document'

  const found = {
    first: useUnrelated(first?.gap ?? null),
    second: useUnrelated(second?.gap ?? null),
    own: useUnrelated(view === 'own' ? chosen : null),
  }

  return (
    <div className="relations-panel">
      <RadioGroup
        aria-label={t('panels:relations.views')}
        className="relations-views"
        onChange={(value) => {
          const relationsView = views.find((one) => one === value)
          if (relationsView !== undefined) session.store.setState({ relationsView })
        }}
        orientation="horizontal"
        value={view}
      >
        <View count={inDocument} id="document" title={t('panels:relations.inDocument')} />
        {first === undefined ? null : (
          <View count={found.first?.total} id="first" title={first.title} />
        )}
        {second === undefined ? null : (
          <View count={found.second?.total} id="second" title={second.title} />
        )}
        {chosen === null ? null : <View id="own" title={t('panels:relations.otherGaps')} />}
      </RadioGroup>
      {view === 'document' ? <DocumentRelations /> : null}
      {view === 'first' && first !== undefined ? (
        <GapList found={found.first} title={first.title} />
      ) : null}
      {view === 'second' && second !== undefined ? (
        <GapList found={found.second} title={second.title} />
      ) : null}
      {view === 'own' && chosen !== null ? (
        <>
          <GapChoice gap={chosen} onChoose={setOwn} />
          <GapList found={found.own} title={t('panels:relations.otherGaps')} />
        </>
      ) : null}
    </div>
  )
}

function View({
  id,
  title,
  count,
}: {
  readonly id: string
  readonly title: string
  readonly count?: number | undefined
}) {
  return (
    <Radio className="choice relations-view" value={id}>
      {title}
      {count === undefined ? null : <span className="count">{formatNumber(count)}</span>}
    </Radio>
  )
}
