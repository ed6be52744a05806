import { t } from '../../../../../shared/language/translate.ts'
/** A tag of a column: where in its chunk a word is, and what the chunk is. */
export type Tag = {
  /** `M` (middle) and `W` (whole) of other spellings are `I` and `S`, `L` (last) and `U` (unit) are `E` and `S`. */
  readonly place: 'B' | 'I' | 'E' | 'S'
  /** Empty where the column says only that there is something. */
  readonly type: string
}

export type Scheme = 'IOB1' | 'IOB2' | 'BIOES'

const places = { B: 'B', I: 'I', M: 'I', E: 'E', L: 'E', S: 'S', U: 'S', W: 'S' } as const

/** `null` outside of everything, `undefined` for what is no tag. */
export function tagOf(cell: string): Tag | null | undefined {
  if (cell === 'O' || cell === '_' || cell === '-') return null
  const letter = cell.charAt(0)
  if (!isPlace(letter)) return undefined
  if (cell.length === 1) return { place: places[letter], type: '' }
  return /^.[-_:]./u.test(cell) ? { place: places[letter], type: cell.slice(2) } : undefined
}

function isPlace(letter: string): letter is keyof typeof places {
  return Object.hasOwn(places, letter)
}

/** What tells schemes apart, gathered word by word. */
export type SchemeEvidence = {
  /** The next word of a sentence; `null` ends the sentence as well as any chunk. */
  readonly add: (tag: Tag | null) => void
  readonly scheme: () => Scheme
}

/**
 * IOB1 and IOB2 differ in how a chunk begins that does not touch another of its type: with `I` or with `B` (Tjong Kim
 * Sang and Veenstra 1999, Representing text chunks). Whichever is more frequent counts.
 */
export function gatherEvidence(): SchemeEvidence {
  let hasEnds = false
  let inside = 0
  let begun = 0
  let last: Tag | null = null
  return {
    add: (tag) => {
      if (tag !== null && last?.type !== tag.type) {
        if (tag.place === 'I') inside += 1
        if (tag.place === 'B') begun += 1
      }
      hasEnds ||= tag?.place === 'E' || tag?.place === 'S'
      last = tag
    },
    scheme: () => (hasEnds ? 'BIOES' : inside > begun ? 'IOB1' : 'IOB2'),
  }
}

/** Words from `first` to `last`, both in it, counted in the sentence. */
export type Chunk = {
  readonly first: number
  readonly last: number
  readonly type: string
  /** What its scheme does not have like this; `null` where it is as the scheme has it. */
  readonly odd: string | null
}

/** The chunks of one sentence. A sequence that the scheme does not have is read as the nearest that it has, and told. */
export function chunksOf(tags: readonly (Tag | null)[], scheme: Scheme): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (const [index, tag] of tags.entries()) {
    if (tag === null) continue
    const before = tags[index - 1] ?? null
    const open = before !== null && before.type === tag.type && !ends(before.place)
    const last = chunks.at(-1)
    if (open && !begins(tag.place) && last !== undefined) {
      chunks[chunks.length - 1] = { ...last, last: index }
    } else {
      const odd = oddBeginning(tag, before?.type === tag.type, scheme)
      chunks.push({ first: index, last: index, type: tag.type, odd })
    }
  }
  if (scheme !== 'BIOES') return chunks
  return chunks.map((chunk) => {
    const place = tags[chunk.last]?.place ?? 'E'
    return chunk.odd === null && !ends(place)
      ? { ...chunk, odd: t('remarks:conll.oddEnd', { place }) }
      : chunk
  })
}

function begins(place: Tag['place']): boolean {
  return place === 'B' || place === 'S'
}

function ends(place: Tag['place']): boolean {
  return place === 'E' || place === 'S'
}

function oddBeginning({ place }: Tag, touches: boolean, scheme: Scheme): string | null {
  if (scheme === 'IOB1') {
    return place === 'B' && !touches ? t('remarks:conll.oddB') : null
  }
  return begins(place) ? null : t('remarks:conll.oddBeginning', { place })
}
