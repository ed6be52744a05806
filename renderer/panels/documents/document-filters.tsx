import { Input, SearchField } from 'react-aria-components'

import { documentStatuses } from '../../../shared/model/document.ts'
import { statusNames } from '../../commands/document-status.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import type { DocumentListView } from '../../store/document-list-view.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'

/** Which documents the list shows: by words of title, source and author, and by how far they are. */
export function DocumentFilters() {
  const session = useSession()
  const view = useWorkbench(({ documentListView }) => documentListView)

  function set(change: Partial<DocumentListView>): void {
    session.store.setState({ documentListView: { ...view, ...change } })
  }

  return (
    <div aria-label="Filter documents" className="document-filters" role="group">
      <SearchField
        aria-label="Find a document"
        onChange={(query) => {
          set({ query })
        }}
        value={view.query}
      >
        <Input autoComplete="off" className="input" placeholder="Find a document" />
      </SearchField>
      <Choice
        label="Status"
        labelled="hidden"
        onChange={(chosen) => {
          set({ status: documentStatuses.find((status) => status === chosen) ?? null })
        }}
        value={view.status ?? ''}
      >
        <option value="">Any status</option>
        <NamedOptions
          things={documentStatuses.map((status) => ({ id: status, name: statusNames[status] }))}
        />
      </Choice>
    </div>
  )
}
