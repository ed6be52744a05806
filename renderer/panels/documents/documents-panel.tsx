import { FileText } from 'lucide-react'
import { useMemo } from 'react'
import { Button, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

import type { ListedDocument } from '../../../shared/model/document.ts'
import { openDocument } from '../../commands/projects.ts'
import { plainDocumentListView, viewDocuments } from '../../store/document-list-view.ts'
import { documentsOf } from '../../store/selectors.ts'
import {
  useSession,
  useWorkbenchAfterPaint,
  useWorkbenchAfterPaintSame,
} from '../../store/use-session.ts'
import { DocumentFilters } from './document-filters.tsx'
import { DocumentRow } from './document-row.tsx'

import './documents-panel.css'

/** Row height in CSS px; one height, so that nothing jumps while the list scrolls. */
const rowHeight = 52

/** All documents of the project; choosing one opens it. */
export function DocumentsPanel() {
  const session = useSession()
  const documents = useWorkbenchAfterPaintSame(documentsOf)
  const view = useWorkbenchAfterPaint(({ documentListView }) => documentListView)
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id ?? null)
  const shown = useMemo(() => viewDocuments(documents, view), [documents, view])
  return (
    <section aria-label="Documents" data-region="documents" className="panel documents-panel">
      <div className="panel-head">
        <h2>Documents</h2>
        <Counts documents={documents} shown={shown.length} />
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
                {row}
              </ListBox>
            </Virtualizer>
          )}
        </>
      )}
    </section>
  )
}

/** One function for all renderings of the list: with a new one it would go through all its documents each time. */
function row(document: ListedDocument) {
  return (
    <ListBoxItem className="row document-row" textValue={document.title}>
      <DocumentRow document={document} />
    </ListBoxItem>
  )
}

/** How many there are, how many of them the list shows, and how many are done. */
function Counts({
  documents,
  shown,
}: {
  readonly documents: readonly ListedDocument[]
  readonly shown: number
}) {
  const all = documents.length
  const done = useMemo(
    () => documents.filter(({ status }) => status === 'done').length,
    [documents],
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
