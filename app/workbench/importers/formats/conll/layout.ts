import { tagSetComment } from '../../../exporters/tag-set-comments.ts'
import { heldTagSetOf, type HeldTagSet } from '../../tag-set-comments.ts'
import { countColumns, type ColumnCounter, type CountedColumns } from './column-counter.ts'
import type { Scheme } from './tags.ts'

type TagColumn = {
  readonly index: number
  readonly scheme: Scheme
  /** What a tag without a type stands for. */
  readonly name: string
}

/** How the lines of a file are to be read, found out from all of them. */
export type Layout = {
  readonly tabs: boolean
  /** How many columns most lines have. */
  readonly width: number
  /** Column of the words. */
  readonly form: number
  /** Column of running numbers; `null` for none. */
  readonly ids: number | null
  /** Column with `SpaceAfter=No`; `null` for none. */
  readonly misc: number | null
  readonly tags: readonly TagColumn[]
  /** Columns, counted from 1, that hold something else: parts of speech, lemmas. */
  readonly others: readonly number[]
  /** How many documents it has by its own account, at least one. */
  readonly documents: number
  /** The tag set that Verbatim wrote; `null` for files of other tools. */
  readonly held: HeldTagSet | null
}

export type LayoutFinder = {
  /** Goes through the lines of a file in their order. */
  readonly add: (line: string) => void
  /** `null` where there were no lines of words. */
  readonly layout: () => Layout | null
}

/** Lines by which it is decided what parts columns. */
const sampleSize = 1000

export function findLayout(): LayoutFinder {
  const held: string[] = []
  let names: readonly string[] = []
  let starts = 0
  let hasHead = false
  let sample: string[] = []
  let counter: ColumnCounter | null = null

  return {
    add: (line) => {
      if (isDocumentStart(line)) starts += 1
      else if (isComment(line)) {
        if (line.startsWith(tagSetComment)) held.push(line)
        names = /^# *global\.columns *= *(\S.*)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? names
      } else {
        hasHead ||= starts === 0 && line.trim() !== ''
        if (counter !== null) counter.add(line)
        else if (sample.push(line) >= sampleSize) {
          counter = countColumns(sample)
          sample = []
        }
      }
    },
    layout: () => {
      const columns = (counter ?? countColumns(sample)).result()
      const tagSet = heldTagSetOf(held)
      if (columns.width === 0 && tagSet === null) return null
      const documents = Math.max(1, starts + (hasHead ? 1 : 0))
      return { ...named(columns, names), documents, held: tagSet }
    },
  }
}

/** The line that begins a document: that of CoNLL-2003 or that of CoNLL-U. */
export function isDocumentStart(line: string): boolean {
  return line.startsWith('-DOCSTART-') || /^# *newdoc(?:\s|$)/.test(line)
}

/** As far as can be told before the columns are known: a word that is a hash has a tab behind it. */
function isComment(line: string): boolean {
  return line.startsWith('#') && !/^#[^ ]*\t/.test(line)
}

/** What columns are: by their names where the file has some (CoNLL-U Plus), and by what is in them. */
function named(
  { tabs, width, numbered, columns }: CountedColumns,
  names: readonly string[],
): Omit<Layout, 'documents' | 'held'> {
  const at = (name: string) => (names.includes(name) ? names.indexOf(name) : null)
  const form = at('FORM') ?? (numbered ? 1 : 0)
  const misc = at('MISC') ?? (numbered && width === 10 ? 9 : null)
  const tagged = columns.flatMap(({ kind, scheme }, index) => {
    // A file without a single annotation has a column of tags all the same.
    const isTags = kind === 'tags' || (kind === 'outside' && index === width - 1)
    return isTags && index !== form ? [{ index, scheme, name: names[index] ?? 'entity' }] : []
  })
  const known = new Set([form, misc, numbered ? 0 : null, ...tagged.map(({ index }) => index)])
  return {
    tabs,
    width,
    form,
    ids: numbered ? 0 : null,
    misc,
    tags: tagged,
    others: columns.flatMap((_, index) => (known.has(index) ? [] : [index + 1])),
  }
}
