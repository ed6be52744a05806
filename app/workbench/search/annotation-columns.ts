import { createDictionary, type Dictionary } from './dictionary.ts'

/** What is kept of an annotation for searches. Offsets are UTF-16 code units of its document’s text. */
type AnnotationFacts = {
  /** Its `rowid`. */
  readonly row: number
  readonly start: number
  readonly end: number
  readonly label: string
  readonly annotator: string
  /** Ids of its speakers, with a space between them; empty for none. */
  readonly chain: string
  /** As JSON. */
  readonly attributes: string
  /** Its relations, as `relatedIn` reads them; empty for none. */
  readonly related: string
  readonly noted: boolean
  /** Its spans as JSON where there are several; empty else. */
  readonly pieces: string
}

/** Columns whose values come again and again: each annotation has the number of its value. */
const namedColumns = ['label', 'annotator', 'chain', 'attributes', 'related', 'pieces'] as const
export type NamedColumn = (typeof namedColumns)[number]
export type NumberColumn = NamedColumn | 'row' | 'start' | 'end' | 'noted'

/**
 * Annotations in columns of numbers, so that half a million of them are looked through in milliseconds. Those of a document stand
 * together, in reading order; when they change they are put in again at the end.
 */
export type AnnotationColumns = {
  readonly length: () => number
  readonly add: (facts: AnnotationFacts) => void
  readonly dictionary: (column: NamedColumn) => Dictionary
  /** The columns as they are now: to be asked for again once something was added. */
  readonly numbers: (column: NumberColumn) => Uint32Array
}

/** Room for so many to begin with, and by how much it grows where that is too little. */
const fewest = 1024
const growth = 1.25

/** `expected` annotations find room without any of it being copied. */
export function createAnnotationColumns(expected = fewest): AnnotationColumns {
  const dictionaries = new Map(namedColumns.map((name) => [name, createDictionary()]))
  const numbers = new Map<NumberColumn, Uint32Array>()
  let capacity = Math.max(fewest, expected)
  let length = 0

  function column(name: NumberColumn): Uint32Array {
    const present = numbers.get(name)
    if (present?.length === capacity) return present
    const larger = new Uint32Array(capacity)
    if (present !== undefined) larger.set(present)
    numbers.set(name, larger)
    return larger
  }

  function dictionary(name: NamedColumn): Dictionary {
    const present = dictionaries.get(name)
    if (present === undefined) throw new Error(`there is no column ${name}`)
    return present
  }

  return {
    length: () => length,
    dictionary,
    numbers: column,
    add: (facts) => {
      if (length === capacity) capacity = Math.ceil(capacity * growth)
      column('row')[length] = facts.row
      column('start')[length] = facts.start
      column('end')[length] = facts.end
      column('noted')[length] = facts.noted ? 1 : 0
      for (const name of namedColumns) {
        column(name)[length] = dictionary(name).numberOf(facts[name])
      }
      length += 1
    },
  }
}
