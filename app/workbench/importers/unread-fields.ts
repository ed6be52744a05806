import type { Reading } from './foreign.ts'
import { remark } from './landing/landing.ts'

/** Says once for a file which fields of it have no place in Verbatim; nothing where there are none. */
export function* tellUnread(fields: ReadonlySet<string>): Generator<Reading> {
  if (fields.size === 0) return
  const names = [...fields].toSorted().slice(0, mostNames).join(', ')
  const more = fields.size > mostNames ? ` and ${fields.size - mostNames} more` : ''
  const reason = `Fields that Verbatim has no place for were not taken over: ${names}${more}.`
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
    unread.add(where === '' ? name : `${name} of ${where}`)
  }
}
