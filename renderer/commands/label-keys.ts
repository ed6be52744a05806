import type { Label } from '../../shared/model/label.ts'
import { ownerOf } from './changing-keys.ts'
import type { Command } from './command.ts'
import type { View } from './covering.ts'

/** Labels are given to the selection in the article and to chosen hits of a search. */
export const viewsOfTagging: readonly View[] = ['desk', 'search']

/** What keys are looked for: the commands of a label that has none yet. */
const newLabel = { id: '', group: 'tag', views: viewsOfTagging } as const
const newSticky = { id: '', group: 'tag' } as const

const digits: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']

/** Where digits need Shift (a French keyboard), the key that bears one gives another character; its place is the same. */
export function pressOfLabel(key: string): string {
  if (/^\d$/.test(key)) return `(${key}|Digit${key})`
  // A sign may need Shift on one keyboard and not on another.
  return isLetter(key) ? key : `[Shift]+${key}`
}

/**
 * What turns on that every selection gets the label: its key with Shift, or another press with it where one of `others` has
 * that. Empty for a label without a key.
 */
export function stickyPresses(key: string | null, others: readonly Command[]): readonly string[] {
  if (key === null) return []
  if (/^\d$/.test(key)) return [`Shift+Digit${key}`]
  if (!isLetter(key)) return [`Alt+[Shift]+${key}`]
  const place = `Key${key.toUpperCase()}`
  const byPlace = /^[a-z]$/i.test(key)
    ? [`Alt+Shift+${place}`, `Alt+${place}`, `$mod+Alt+${place}`]
    : []
  return [`Shift+${key.toLowerCase()}`, ...byPlace]
    .filter((press) => ownerOf(others, press, newSticky) === null)
    .slice(0, 1)
}

/**
 * The key of a label that is added: the next digit from 1 to 9 and 0, then the first letter of one of its words; `null` where all
 * of these are somebody’s. A key of a command is never taken, nor is that of an archived label, which may come back.
 */
export function freeKeyFor(
  name: string,
  labels: readonly Label[],
  commands: readonly Command[],
): string | null {
  const initials = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1))
    .filter((initial) => /^[a-z]$/.test(initial))
  const free = [...digits, ...initials].find(
    (key) =>
      labels.every((label) => label.key?.toLowerCase() !== key) &&
      ownerOf(commands, pressOfLabel(key), newLabel) === null &&
      (!/\d/.test(key) || ownerOf(commands, `Shift+Digit${key}`, newSticky) === null),
  )
  return free ?? null
}

/** A letter has a case to tell Shift by; a digit or sign has none. */
function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase()
}
