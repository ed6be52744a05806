import { formatDate } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { statusName } from '../../commands/document-status.ts'
import type { DocumentGrouping } from '../../store/document-groups.ts'

const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const

/** What the heading of a group says. */
export function groupName(value: string, by: DocumentGrouping): string {
  if (value === '') return t(`panels:table.unsaid.${by}`)
  if (by === 'status') {
    const status = documentStatuses.find((one) => one === value)
    return status === undefined ? value : statusName(status)
  }
  const time = by === 'month' ? Date.parse(`${value}-01`) : Number.NaN
  return Number.isNaN(time) ? value : formatDate(time, month)
}
