import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { noMetadata } from '../../article.ts'
import type { Decoding, ForeignAnnotation, ForeignDocument } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { plainAnnotation } from '../../plain-annotation.ts'
import type { Layout } from './layout.ts'
import { metadataOf, valueOf } from './own-comments.ts'
import { joinedWords, wordsIn } from './sentence-text.ts'
import type { Part, Word } from './sentences.ts'
import { chunksOf } from './tags.ts'

export type DocumentBuilder = {
  readonly add: (part: Part) => void
  /** `title` is for one that has none of its own. `null` where it holds nothing at all. */
  readonly finish: (title: string) => ForeignDocument | null
}

/** Puts a document together from its sentences. */
export function buildDocument({
  layout,
  place,
  id,
  decoding,
}: {
  readonly layout: Layout
  readonly place: string | null
  readonly id: string | null
  readonly decoding: Decoding
}): DocumentBuilder {
  const isOwn = layout.held !== null
  const annotations: ForeignAnnotation[] = []
  const changed: Remark[] = []
  const fields = new Map<string, string>()
  const pieces: string[] = []
  let length = 0
  let comments = new Map<string, string>()
  let glued = false
  let isExact = isOwn

  function append(text: string): void {
    pieces.push(text)
    length += text.length
  }

  function addSentence(words: readonly Word[]): void {
    const said = comments.get('text')
    const text = said === undefined ? undefined : valueOf(said, isOwn)
    const found = text === undefined ? null : wordsIn(text, words, isOwn)
    if (text !== undefined && found === null) {
      const reason = t('remarks:conll.otherWords')
      const where = `line ${words[0]?.line ?? 0}`
      const first = words.map(({ form }) => form).join(' ')
      changed.push(
        remark({
          thing: 'other',
          place: where,
          code: 'notHeld',
          reason,
          expected: clip(text),
          found: clip(first),
        }),
      )
    }
    if (found === null) isExact = false
    const sentence = found ?? joinedWords(words, isOwn)
    append(gapBefore(found !== null))
    addChunks(words, sentence.places, length)
    append(sentence.text)
    glued = words.at(-1)?.spaceAfter === false
    comments = new Map()
  }

  function gapBefore(hasText: boolean): string {
    const before = comments.get('before')
    if (isOwn && before !== undefined) return valueOf(before, isOwn)
    if (length === 0 || glued) return ''
    if (comments.has('newpar')) return '\n\n'
    return hasText ? ' ' : '\n'
  }

  function addChunks(
    words: readonly Word[],
    places: readonly { start: number; end: number }[],
    at: number,
  ): void {
    for (const [column, { scheme, name, index }] of layout.tags.entries()) {
      const tags = words.map((word) => word.tags[column] ?? null)
      for (const { first, last, type, odd } of chunksOf(tags, scheme)) {
        const line = words[first]?.line ?? 0
        const label = type || name
        const key = layout.tags.length > 1 ? `${line}:${index + 1}` : String(line)
        const span = { start: at + (places[first]?.start ?? 0), end: at + (places[last]?.end ?? 0) }
        annotations.push(annotationOf(key, `line ${line}`, label, span))
        if (odd !== null) {
          changed.push(
            remark({
              thing: 'annotation',
              id: key,
              place: `line ${line}`,
              code: 'notHeld',
              reason: t('remarks:conll.readAllTheSame', { odd }),
            }),
          )
        }
      }
    }
  }

  return {
    add: (part) => {
      if (part.kind === 'sentence') addSentence(part.words)
      else if (part.kind === 'odd') {
        const { line, reason, found } = part
        changed.push(
          remark({ thing: 'other', place: `line ${line}`, code: 'malformed', reason, found }),
        )
      } else if (part.kind === 'comment') {
        if (part.name === 'after' && isOwn) append(valueOf(part.value, isOwn))
        else comments.set(part.name.startsWith('newpar') ? 'newpar' : part.name, part.value)
        if (isOwn) fields.set(part.name, valueOf(part.value, isOwn))
      }
    },
    finish: (title) => {
      if (length === 0) return null
      if (!isExact) changed.unshift(rebuilt(place, layout))
      return {
        place,
        id: null,
        metadata: {
          ...(isOwn ? metadataOf(fields) : noMetadata),
          title: id === null ? title : valueOf(id, isOwn),
        },
        text: pieces.join(''),
        decoding,
        offsetUnit: 'utf16',
        quoteForm: 'exact',
        annotations,
        relations: [],
        provenance: null,
        refused: [],
        changed,
      }
    },
  }
}

function annotationOf(
  key: string,
  place: string,
  label: string,
  span: { readonly start: number; readonly end: number },
): ForeignAnnotation {
  return {
    ...plainAnnotation,
    key,
    place,
    label,
    spans: [span],
  }
}

function rebuilt(place: string | null, { misc }: Layout): Remark {
  const reason = t(misc === null ? 'remarks:conll.rebuilt' : 'remarks:conll.rebuiltBySpaces')
  return remark({ thing: 'document', place, code: 'notHeld', reason })
}

function clip(text: string): string {
  return text.slice(0, 200).toWellFormed()
}
