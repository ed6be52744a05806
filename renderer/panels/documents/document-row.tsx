import { CircleHelp } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'

import type { DocumentSummary } from '../../../shared/contract.ts'
import { countOf } from '../../commands/amounts.ts'
import { statusNames } from '../../commands/document-status.ts'
import { StatusIcon } from './status-icon.tsx'

/** A document in the list: its title, how far it is, and what is in it. */
export function DocumentRow({ document, annotations, suggestions }: DocumentSummary) {
  return (
    <ListBoxItem className="row document-row" id={document.id} textValue={document.title}>
      <StatusIcon size={15} status={document.status} />
      <span className="row-title" dir="auto">
        {document.title}
      </span>
      <span className="row-meta">
        <span className={document.status === 'todo' ? 'visually-hidden' : 'document-status'}>
          {statusNames[document.status]}
        </span>
        <span className="document-count">{countOf(annotations, 'annotation')}</span>
        {suggestions === 0 ? null : (
          <span className="document-waiting">
            <CircleHelp aria-hidden="true" size={13} strokeWidth={1.75} />
            {suggestions.toLocaleString('en')} to review
          </span>
        )}
      </span>
    </ListBoxItem>
  )
}
