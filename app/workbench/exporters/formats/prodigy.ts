import { indexCodePoints } from '../../../../shared/text/code-points.ts'
import type { DatasetAnnotation, DatasetDocument } from '../dataset.ts'
import { documentFields } from '../document-fields.ts'
import type { DatasetRelation, ExportFormat } from '../export-format.ts'
import { tokensOf } from '../tokens.ts'

/**
 * Prodigy’s JSON Lines, for `spans_manual`, `rel.manual` and spaCy’s `data-to-spacy`
 * (https://prodi.gy/docs/api-interfaces#spans, #relations): tokens are cut at the edges of spans, so that every span is
 * made of whole ones, and a relation leads from the last token of its head to that of its child. What Prodigy has no
 * place for lies in fields of its spans, which it keeps as they are.
 */
export const prodigyFormat: ExportFormat = {
  id: 'prodigy',
  name: 'Prodigy',
  extension: '.jsonl',
  loses: () => [
    'speakerDetails',
    'relationsAcrossDocuments',
    'assignee',
    'tags',
    'provenance',
    'tagSet',
    'suggestions',
  ],
  start: ({ speakers }) => {
    const names = new Map(speakers.map(({ id, name }) => [id, name]))
    return {
      opening: () => [],
      document: (document, relations) => [
        { file: '', content: `${JSON.stringify(taskOf(document, relations, names))}\n` },
      ],
      closing: () => [],
    }
  },
}

type PlainSpan = {
  readonly start: number
  readonly end: number
  readonly token_start: number
  readonly token_end: number
  readonly label: string
  readonly text: string
}

/** The short fields first: whoever looks at the beginning of a file sees what it is, however long its texts are. */
function taskOf(
  document: DatasetDocument,
  relations: readonly DatasetRelation[],
  speakers: ReadonlyMap<string, string>,
) {
  const { tokens, place } = tokenize(document)
  const heads = new Map<string, PlainSpan & { readonly id: string }>()
  const spans = document.annotations.flatMap((annotation) => {
    const { id, label } = annotation
    return annotation.spans.map((span, piece) => {
      const plain = {
        start: span.startCodePoint,
        end: span.endCodePoint,
        token_start: place.get(span.start) ?? 0,
        token_end: (place.get(span.end) ?? tokens.length) - 1,
        label,
        text: document.text.slice(span.start, span.end),
      }
      if (piece > 0) return { ...plain, piece_of: id }
      heads.set(id, { ...plain, id })
      return { ...plain, ...extrasOf(annotation, speakers) }
    })
  })
  return {
    answer: 'accept',
    meta: documentFields(document),
    text: document.text,
    tokens,
    spans,
    relations: relations.flatMap(({ id, type, from, to }) => {
      const [head, child] = [heads.get(from), heads.get(to)]
      if (head === undefined || child === undefined) return []
      return [
        {
          head: head.token_end,
          child: child.token_end,
          head_span: head,
          child_span: child,
          label: type,
          id,
        },
      ]
    }),
  }
}

/** Speakers by name, outermost first. Nothing is written that is not there. */
function extrasOf(annotation: DatasetAnnotation, names: ReadonlyMap<string, string>) {
  const { id, attribution, attributes, note, annotator, createdAt, updatedAt } = annotation
  return {
    id,
    ...(attribution.length === 0
      ? {}
      : { speakers: attribution.map((speaker) => names.get(speaker) ?? speaker) }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(note === null ? {} : { note }),
    annotator,
    created_at: createdAt,
    updated_at: updatedAt,
  }
}

type Token = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly id: number
  /** Whether a space follows, which is no token then. */
  readonly ws: boolean
}

/** spaCy’s kind of tokens, and the number of the token that begins at or after an edge of a span (UTF-16 code units). */
function tokenize({ text, language, annotations }: DatasetDocument): {
  readonly tokens: readonly Token[]
  readonly place: ReadonlyMap<number, number>
} {
  const spans = annotations.flatMap((annotation) => annotation.spans)
  const starts = new Set(spans.map(({ start }) => start))
  const ends = new Set(spans.map(({ end }) => end))
  const tokens: Token[] = []
  const place = new Map<number, number>()
  const { fromUtf16 } = indexCodePoints(text)
  let codePoint = 0
  for (const { start, end } of tokensOf(text, language, [...starts, ...ends])) {
    const word = text.slice(start, end)
    if (starts.has(start) || ends.has(start)) place.set(start, tokens.length)
    const last = tokens.at(-1)
    if (word === ' ' && last?.ws === false && !starts.has(start) && !ends.has(end)) {
      tokens[tokens.length - 1] = { ...last, ws: true }
      codePoint += 1
      continue
    }
    const length = fromUtf16(end) - codePoint
    tokens.push({
      text: word,
      start: codePoint,
      end: codePoint + length,
      id: tokens.length,
      ws: false,
    })
    codePoint += length
  }
  return { tokens, place }
}
