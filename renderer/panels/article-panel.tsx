import { Info } from 'lucide-react'
import { Button } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { checkProject } from '../commands/checking.ts'
import { useKeyName } from '../commands/use-commands.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { ArticleEditor } from '../editor/article-editor.tsx'
import { FindBar } from '../find/find-bar.tsx'
import { Trans } from '../language/trans.tsx'
import { labelOf } from '../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { PickingBanner } from './annotation/picking-banner.tsx'
import { DirectionMenu } from './direction-menu.tsx'
import { StatusMenu } from './documents/status-menu.tsx'
import { LabelToolbar } from './label-toolbar.tsx'

/** The open article: its title, the labels, the text. */
export function ArticlePanel() {
  return (
    <section
      aria-label={t('panels:article.title')}
      data-region="article"
      className="panel article-panel"
    >
      <div className="article-head">
        <Title />
        <DocumentActions />
        <LabelToolbar />
      </div>
      <FindBar />
      <Review />
      <Sticky />
      <PickingBanner />
      <ArticleEditor />
    </section>
  )
}

function Title() {
  const title = useWorkbenchAfterPaint(({ document }) => document?.document.title)
  return (
    <h2 className="article-title" dir="auto" title={title}>
      {title ?? t('panels:article.none')}
    </h2>
  )
}

/** How far the open document is, the side it reads from, and what is said of it. */
function DocumentActions() {
  const session = useSession()
  const isOpen = useWorkbench(({ document }) => document !== null)
  if (!isOpen) return null
  return (
    <div className="article-actions">
      <StatusMenu />
      <DirectionMenu />
      <IconButton
        command="documentDetails"
        label={t('panels:article.about')}
        onPress={() => {
          session.store.setState({ dialog: 'document' })
        }}
        tip={t('panels:article.aboutTip')}
      >
        <Info aria-hidden="true" size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  )
}

/** What happens to every selection just now, and how to end it. */
function Sticky() {
  const session = useSession()
  const key = useKeyName('article')
  const name = useWorkbench((state) =>
    state.stickyLabel === null ? null : labelOf(state, state.stickyLabel)?.name,
  )
  if (name === null || name === undefined) return null
  return (
    <div className="banner" role="status">
      <p>
        <Trans message="panels:article.sticky" parts={{ name: <strong /> }} values={{ name }} />
      </p>
      <Button
        className="button"
        onPress={() => {
          session.store.setState({ stickyLabel: null })
        }}
      >
        {t('panels:article.endSticky')}
        {key === null ? null : ` (${key})`}
      </Button>
    </div>
  )
}

/** Annotations that do not slice to their quote: told, and left where they are. */
function Review() {
  const session = useSession()
  const review = useWorkbench(({ document }) => document?.review ?? [])
  const [first] = review
  if (first === undefined) return null
  return (
    <div className="banner banner-danger" role="alert">
      <p>
        <Trans
          message="panels:article.unfit"
          parts={{ strong: <strong /> }}
          values={{ count: review.length, expected: first.expected, found: first.found }}
        />
      </p>
      <Button className="button button-quiet" onPress={() => void checkProject(session)}>
        {t('panels:article.check')}
      </Button>
    </div>
  )
}
