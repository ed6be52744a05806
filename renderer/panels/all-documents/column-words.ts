import { formatDate } from '../../../shared/language/format.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { statusName } from '../../commands/document-status.ts'
import type { DocumentGrouping } from '../../store/document-groups.ts'
import type { DocumentColumn } from '../../store/document-order.ts'

export const columnNames: Readonly<Record<DocumentColumn, string>> = {
  title: 'Title',
  status: 'Status',
  source: 'Source',
  date: 'Date',
  language: 'Language',
  words: 'Words',
  annotations: 'Annotations',
  assignee: 'Assigned to',
  tags: 'Tags',
}

export const groupingNames: Readonly<Record<DocumentGrouping, string>> = {
  status: 'Status',
  source: 'Source',
  month: 'Month',
  language: 'Language',
  assignee: 'Assigned to',
  tags: 'Tags',
}

const unsaidNames: Readonly<Record<DocumentGrouping, string>> = {
  status: 'No status',
  source: 'No source',
  month: 'No date',
  language: 'No language',
  assignee: 'Nobody assigned',
  tags: 'No tags',
}

const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** What the heading of a group says. */
export function groupName(value: string, by: DocumentGrouping): string {
  if (value === '') return unsaidNames[by]
  if (by === 'status') {
    const status = documentStatuses.find((one) => one === value)
    return status === undefined ? value : statusName(status)
  }
  const time = by === 'month' ? Date.parse(`${value}-01`) : Number.NaN
  return Number.isNaN(time) ? value : formatDate(time, month)
}
