import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import type { Span } from '../../../../../shared/text/span.ts'
import { sameSpans } from '../../../../../shared/text/span.ts'
import type { DatasetAnnotation } from '../../dataset.ts'
import { lineOfJson } from '../../tag-set-comments.ts'
import { fitsLine, fragmentsOf, joinedAcrossLines } from './fragments.ts'
import type { BratTypes } from './types.ts'

/** The type of notes that hold what brat has no line for, each as `name: JSON`. brat shows them with the annotation. */
export const verbatimNote = 'Verbatim'

/** One annotation in the lines of an `.ann` file. */
export type StandoffLines = {
  readonly lines: readonly string[]
  /** Number of fragments where they are not the spans of the annotation; `null` where they are. */
  readonly fragments: number | null
}

/** Counts lines of each kind, so that each has an id of its own. */
type LineCounter = (kind: 'A' | '#') => string

/** What the lines of one document have in common. */
export type StandoffDocument = {
  readonly text: string
  /** UTF-16 offset of the text to what brat counts. */
  readonly toBrat: (offset: number) => number
  readonly types: BratTypes
  /** What stands for each speaker, by id. */
  readonly speakerNames: ReadonlyMap<string, string>
  readonly next: LineCounter
}

/** The lines of one annotation, `id` its own: `T4`. Format: brat, server/src/annotation.py. */
export function standoffLines(
  annotation: DatasetAnnotation,
  id: string,
  document: StandoffDocument,
): StandoffLines {
  const { text, toBrat, types, next } = document
  const spans = annotation.spans.map(({ start, end }) => ({ start, end }))
  const fragments = fragmentsOf(text, spans)
  const written = fragments.length > 0 ? fragments : emptyAt(spans)
  const unsplit = sameSpans(fragments, spans)
  const inBrat = (each: readonly Span[]) =>
    each.map(({ start, end }) => [toBrat(start), toBrat(end)] as const)

  const type = types.labels.get(annotation.label) ?? annotation.label
  const places = inBrat(written).map(([start, end]) => `${start} ${end}`)
  const reference = written.map(({ start, end }) => text.slice(start, end)).join(' ')
  const { attributes, others } = splitAttributes(annotation, types)
  const { note } = annotation
  const plainNote = note !== null && isPlainNote(note)
  const held = [
    ...(note === null || plainNote ? [] : [['note', note] as const]),
    ...(annotation.attribution.length === 0
      ? []
      : [
          [
            'speakers',
            annotation.attribution.map((each) => document.speakerNames.get(each) ?? each),
          ] as const,
        ]),
    ...(others.length === 0 ? [] : [['attributes', Object.fromEntries(others)] as const]),
    ...(isTold(text, fragments, spans) ? [] : [['spans', inBrat(spans)] as const]),
  ]
  return {
    fragments: unsplit ? null : fragments.length,
    lines: [
      `${id}\t${type} ${places.join(';')}\t${reference}`,
      ...attributes.map((words) => `${next('A')}\t${words[0]} ${id} ${words[1]}`),
      ...(plainNote ? [`${next('#')}\tAnnotatorNotes ${id}\t${note}`] : []),
      ...held.map(
        ([name, value]) => `${next('#')}\t${verbatimNote} ${id}\t${name}: ${lineOfJson(value)}`,
      ),
    ],
  }
}

/** Spans of line breaks alone: brat has no text there, and takes an empty fragment. */
function emptyAt(spans: readonly Span[]): readonly Span[] {
  const at = spans[0]?.start ?? 0
  return [{ start: at, end: at }]
}

/** Whether import makes the same spans of the fragments by itself. */
function isTold(text: string, fragments: readonly Span[], spans: readonly Span[]): boolean {
  return sameSpans(joinedAcrossLines(text, fragments), spans)
}

/** brat strips notes (`get_oneline_comments`: `tail.strip()`), and each is one line. */
function isPlainNote(note: string): boolean {
  return fitsLine(note) && !/^[\s\p{Cc}]|[\s\p{Cc}]$/u.test(note)
}

/** Values that brat has a word for, and the others. */
function splitAttributes(annotation: DatasetAnnotation, types: BratTypes) {
  const attributes: (readonly [type: string, word: string])[] = []
  const others: (readonly [id: string, value: AttributeValue])[] = []
  for (const [id, value] of Object.entries(annotation.attributes)) {
    const known = types.attributes.find(
      (each) => each.id === id && each.labels.includes(annotation.label),
    )
    const word = known?.values.find((each) => each.value === value)?.word
    if (known === undefined || word === undefined) others.push([id, value])
    else attributes.push([known.type, word])
  }
  return { attributes, others }
}
