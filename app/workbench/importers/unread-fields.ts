import { t } from '../../../shared/language/translate.ts'
import type { Reading } from './foreign.ts'
import { remark } from './landing/landing.ts'

/** Says once for a file which fields of it have no place in Verbatim; nothing where there are none. */
export function* tellUnread(fields: ReadonlySet<string>): Generator<Reading> {
  if (fields.size === 0) return
  const names = [...fields].toSorted().slice(0, mostNames).join(', ')
  const more = fields.size - mostNames
  const reason =
    more > 0
      ? t('remarks:fields.unreadAndMore', { names, more })
      : t('remarks:fields.unread', { names })
  yield { kind: 'changed', remark: remark({ thing: 'other', code: 'notHeld', reason }) }
}

const mostNames = 50

/** Adds the names of those fields that are not among the known. */
export function noteUnread(
  object: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
  where: string,
  unread: Set<string>,
): void {
  for (const [name, value] of Object.entries(object)) {
    if (known.has(name) || value === null || unread.size > 1000) continue
    unread.add(where === '' ? name : t('remarks:fields.within', { name, where }))
  }
}
