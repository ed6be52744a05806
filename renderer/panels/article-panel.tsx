import { Button } from 'react-aria-components'

import { ArticleEditor } from '../editor/article-editor.tsx'
import { FindBar } from '../find/find-bar.tsx'
import { labelOf } from '../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { PickingBanner } from './annotation/picking-banner.tsx'
import { DirectionMenu } from './direction-menu.tsx'
import { LabelToolbar } from './label-toolbar.tsx'

/** The open article: its title, the labels, the text. */
export function ArticlePanel() {
  return (
    <section aria-label="Article" data-region="article" className="panel article-panel">
      <div className="article-head">
        <Title />
        <DirectionMenu />
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
      {title ?? 'No article open'}
    </h2>
  )
}

/** What happens to every selection just now, and how to end it. */
function Sticky() {
  const session = useSession()
  const name = useWorkbench((state) =>
    state.stickyLabel === null ? null : labelOf(state, state.stickyLabel)?.name,
  )
  if (name === null || name === undefined) return null
  return (
    <div className="banner" role="status">
      <p>
        Every selection becomes <strong>{name}</strong>.
      </p>
      <Button
        className="button"
        onPress={() => {
          session.store.setState({ stickyLabel: null })
        }}
      >
        End this (Esc)
      </Button>
    </div>
  )
}

/** Annotations that do not slice to their quote: told, and left where they are. */
function Review() {
  const review = useWorkbench(({ document }) => document?.review ?? [])
  const [first] = review
  if (first === undefined) return null
  const several = review.length > 1
  return (
    <div className="banner banner-danger" role="alert">
      <p>
        <strong>
          {several
            ? `${review.length} annotations do not match the text`
            : '1 annotation does not match the text'}
        </strong>{' '}
        and {several ? 'are' : 'is'} not painted. Nothing was moved. First: expected “
        {first.expected}”, found “{first.found}”. The command <code>verbatim check</code> lists them
        all.
      </p>
    </div>
  )
}
