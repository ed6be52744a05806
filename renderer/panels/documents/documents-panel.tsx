import { CircleHelp, FileText } from 'lucide-react'
import { Button, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

import { openDocument } from '../commands/projects.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'

/** Row height in CSS px; one height, so that nothing jumps while the list scrolls. */
const rowHeight = 52

/** All documents of the project; choosing one opens it. */
export function DocumentsPanel() {
  const session = useSession()
  const documents = useWorkbenchAfterPaint(({ project }) => project?.documents ?? [])
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id ?? null)
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  return (
    <section aria-label="Documents" data-region="documents" className="panel documents-panel">
      <div className="panel-head">
        <h2>Documents</h2>
        <span className="count">{documents.length}</span>
      </div>
      {documents.length === 0 ? (
        <div className="empty">
          <FileText aria-hidden="true" size={20} strokeWidth={1.5} />
          <p>No articles yet. Drop text or Markdown files anywhere on this window, or paste one.</p>
          <Button
            className="button button-primary"
            isDisabled={readOnly}
            onPress={() => {
              session.store.setState({ dialog: 'import' })
            }}
          >
            Add articles
          </Button>
        </div>
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
          <ListBox
            aria-label="Documents"
            className="list"
            disallowEmptySelection
            items={documents.map((summary) => ({ ...summary, id: summary.document.id }))}
            onSelectionChange={(keys) => {
              const [id] = keys
              if (typeof id === 'string' && id !== openId) void openDocument(session, id)
            }}
            selectedKeys={openId === null ? [] : [openId]}
            selectionMode="single"
          >
            {({ document, annotations, suggestions }) => (
              <ListBoxItem className="row document-row" id={document.id} textValue={document.title}>
                <span className="row-title">{document.title}</span>
                <span className="row-meta">
                  {annotations === 1 ? '1 annotation' : `${annotations} annotations`}
                  {suggestions === 0 ? null : (
                    <span className="document-waiting">
                      <CircleHelp aria-hidden="true" size={13} strokeWidth={1.75} />
                      {suggestions.toLocaleString('en')} to review
                    </span>
                  )}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      )}
    </section>
  )
}
