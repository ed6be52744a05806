import { ArticleEditor } from '../editor/article-editor.tsx'
import { useWorkbench } from '../store/use-session.ts'
import { LabelToolbar } from './label-toolbar.tsx'

/** The open article: its title, the labels, the text. */
export function ArticlePanel() {
  const document = useWorkbench(({ document: open }) => open?.document ?? null)
  const review = useWorkbench(({ document: open }) => open?.review ?? [])
  return (
    <section aria-label="Article" className="panel article-panel">
      <div className="article-head">
        <LabelToolbar />
        <h2 className="article-title" title={document?.title}>
          {document?.title ?? 'No article open'}
        </h2>
      </div>
      {review.length === 0 ? null : (
        <div className="banner banner-danger" role="alert">
          <p>
            <strong>
              {review.length === 1
                ? '1 annotation does not match the text'
                : `${review.length} annotations do not match the text`}
            </strong>{' '}
            and {review.length === 1 ? 'is' : 'are'} not painted. Nothing was moved. First: expected
            “{review[0]?.expected}”, found “{review[0]?.found}”. The command{' '}
            <code>verbatim check</code> lists them all.
          </p>
        </div>
      )}
      <ArticleEditor />
    </section>
  )
}
