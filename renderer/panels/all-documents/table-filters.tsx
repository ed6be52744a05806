import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, Input, SearchField, ToggleButton } from 'react-aria-components'

import type { ListedDocument } from '../../../shared/model/document.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { statusName } from '../../commands/document-status.ts'
import { setDocumentView, showAllDocuments } from '../../commands/document-table.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { documentGroupings } from '../../store/document-groups.ts'
import { filtersDocuments, unsaid } from '../../store/document-list-view.ts'
import { collator } from '../../store/document-order.ts'
import { documentsOf } from '../../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { groupingNames } from './column-words.ts'

/** Stands for “any” among the values of a choice; no value begins so. */
const any = ' any'

const valueFilters = [
  { name: 'source', label: 'Source', none: 'No source' },
  { name: 'language', label: 'Language', none: 'No language' },
  { name: 'assignee', label: 'Assigned to', none: 'Nobody' },
  { name: 'tag', label: 'Tag', none: 'No tags' },
] as const
type ValueFilter = (typeof valueFilters)[number]['name']

/** Which documents the table shows and how they are parted. Choices come from what the project holds. */
export function TableFilters() {
  const session = useSession()
  const view = useWorkbench(({ documentListView }) => documentListView)
  const documents = useWorkbenchAfterPaint(documentsOf)
  const values = useMemo(() => valuesIn(documents), [documents])
  return (
    <div aria-label="Filter documents" className="document-filters table-filters" role="group">
      <SearchField
        aria-label="Find a document"
        onChange={(query) => {
          setDocumentView(session, { query })
        }}
        value={view.query}
      >
        <Input autoComplete="off" className="input" placeholder="Find a document" />
      </SearchField>
      <Choice
        label="Status"
        onChange={(chosen) => {
          const status = documentStatuses.find((one) => one === chosen) ?? null
          setDocumentView(session, { status })
        }}
        value={view.status ?? any}
      >
        <option value={any}>Any</option>
        <NamedOptions
          things={documentStatuses.map((status) => ({ id: status, name: statusName(status) }))}
        />
      </Choice>
      {valueFilters.map(({ name, label, none }) => (
        <Choice
          key={name}
          label={label}
          onChange={(chosen) => {
            setDocumentView(session, { [name]: chosen === any ? null : chosen })
          }}
          value={view[name] ?? any}
        >
          <option value={any}>Any</option>
          <option value={unsaid}>{none}</option>
          {values[name].map((value) => (
            <option key={value}>{value}</option>
          ))}
        </Choice>
      ))}
      <Choice
        label="Group by"
        onChange={(chosen) => {
          const group = documentGroupings.find((one) => one === chosen) ?? null
          setDocumentView(session, { group, folded: [] })
        }}
        value={view.group ?? any}
      >
        <option value={any}>Nothing</option>
        <NamedOptions
          things={documentGroupings.map((one) => ({ id: one, name: groupingNames[one] }))}
        />
      </Choice>
      <div className="table-filters-toggles">
        <ToggleButton
          className="choice"
          isSelected={view.unannotated}
          onChange={(unannotated) => {
            setDocumentView(session, { unannotated })
          }}
        >
          Without annotations
        </ToggleButton>
        {filtersDocuments(view) ? (
          <Button
            className="button button-quiet"
            onPress={() => {
              showAllDocuments(session)
            }}
          >
            <X aria-hidden="true" size={14} strokeWidth={1.75} /> Show all
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function valuesIn(
  documents: readonly ListedDocument[],
): Readonly<Record<ValueFilter, readonly string[]>> {
  return {
    source: sorted(documents.map(({ source }) => source)),
    language: sorted(documents.map(({ language }) => language)),
    assignee: sorted(documents.map(({ assignee }) => assignee)),
    tag: sorted(documents.flatMap(({ tags }) => tags)),
  }
}

function sorted(values: readonly (string | null)[]): readonly string[] {
  const said = new Set(values.filter((value) => value !== null && value !== unsaid))
  return [...said].flatMap((value) => value ?? []).toSorted(collator.compare)
}
