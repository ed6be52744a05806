import { FileText } from 'lucide-react'
import { useMemo } from 'react'
import { Button, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

import { openDocument } from '../../commands/projects.ts'
import { plainDocumentListView, viewDocuments } from '../../store/document-list-view.ts'
import { documentsOf } from '../../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { DocumentFilters } from './document-filters.tsx'
import { DocumentRow } from './document-row.tsx'

import './documents-panel.css'

/** Row height in CSS px; one height, so that nothing jumps while the list scrolls. */
const rowHeight = 52

/** All documents of the project; choosing one opens it. */
export function DocumentsPanel() {
  const session = useSession()
  const documents = useWorkbenchAfterPaint(documentsOf)
  const view = useWorkbenchAfterPaint(({ documentListView }) => documentListView)
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id ?? null)
  const shown = useMemo(() => viewDocuments(documents, view), [documents, view])
  return (
    <section aria-label="Documents" data-region="documents" className="panel documents-panel">
      <div className="panel-head">
        <h2>Documents</h2>
        <Counts shown={shown.length} />
      </div>
      {documents.length === 0 ? (
        <NoDocuments />
      ) : (
        <>
          <DocumentFilters />
          {shown.length === 0 ? (
            <NoneFound />
          ) : (
            <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
              <ListBox
                aria-label="Documents"
                className="list"
                disallowEmptySelection
                items={shown}
                onSelectionChange={(keys) => {
                  const [id] = keys
                  if (typeof id === 'string' && id !== openId) void openDocument(session, id)
                }}
                selectedKeys={openId === null ? [] : [openId]}
                selectionMode="single"
              >
                {(document) => (
                  <ListBoxItem className="row document-row" textValue={document.title}>
                    <DocumentRow document={document} />
                  </ListBoxItem>
                )}
              </ListBox>
            </Virtualizer>
          )}
        </>
      )}
    </section>
  )
}

/** How many there are, how many of them the list shows, and how many are done. */
function Counts({ shown }: { readonly shown: number }) {
  const all = useWorkbenchAfterPaint(({ project }) => project?.documents.length ?? 0)
  const done = useWorkbenchAfterPaint(
    ({ project }) =>
      project?.documents.filter(({ document }) => document.status === 'done').length ?? 0,
  )
  return (
    <span className="count">
      {shown === all ? null : `${shown.toLocaleString('en')} of `}
      {all.toLocaleString('en')}
      {done === 0 ? null : `, ${done.toLocaleString('en')} done`}
    </span>
  )
}

function NoDocuments() {
  const session = useSession()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  return (
    <div className="empty">
      <FileText aria-hidden="true" size={20} strokeWidth={1.5} />
      <p>
        No articles yet. Drop articles, tables or another tool’s annotations anywhere on this
        window, or paste a text.
      </p>
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
  )
}

function NoneFound() {
  const session = useSession()
  return (
    <div className="empty">
      <p>No document is like that.</p>
      <Button
        className="button"
        onPress={() => {
          session.store.setState({ documentListView: plainDocumentListView })
        }}
      >
        Show all documents
      </Button>
    </div>
  )
}
