import { sha256Of } from '../../app/workbench/sha256.ts'
import type { JournalEntry } from '../../shared/model/journal.ts'

/** A journal entry as one line: its id and the hash of all it says, whatever the order of its keys. */
export function entryLine(entry: JournalEntry): string {
  return `${entry.id} ${sha256Of(JSON.stringify(entry, sortKeys))}`
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}
