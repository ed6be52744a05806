import {
  leastSimilarity,
  type Copies,
  type CopiesFound,
  type DocumentSummary,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { ProjectReader } from '../project/project-file.ts'
import { StoredDataError } from '../project/tables/columns.ts'
import { sha256Of } from '../sha256.ts'
import { copiesAmong, type Edition } from './copies-among.ts'
import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts'
import { likelyAlike, signatureOf } from './min-hash.ts'
import { shinglesOf, similarityOf } from './shingles.ts'

/** How far the search is: of `total` texts to read. Some are read twice; how many is known once all were read. */
export type CopiesProgress = {
  readonly done: number
  readonly total: number
  readonly documents: number
}

type Finding<Value> = Generator<CopiesProgress, Value>
type Source = Pick<ProjectReader, 'documents' | 'text'>

/** A text is compared with so many sets of a bucket at most: boilerplate makes thousands of them. */
const mostSets = 64

/**
 * Finds documents that carry the same article, step by step: whoever takes the steps may stop between any two. Of each
 * text that differs from all before it 512 bytes are kept; shingles (4 bytes for each word) only of those that are being
 * compared with each other.
 */
export function* findCopies(source: Source): Finding<CopiesFound> {
  const documents = source.documents()
  const { editions, signatures } = yield* readAll(source, documents)
  const groups = groupsOf(signatures)
  const compared = groups.reduce((sum, { ranks }) => sum + ranks.length, 0)
  const progress = { total: documents.length + compared, documents: documents.length }
  let done = documents.length
  const found: Copies[] = []
  const alone = new Set(editions.keys())
  const sets = createDisjointSets(editions.length)
  for (const { ranks, buckets } of groups) {
    const shingles = new Map<number, Uint32Array>()
    for (const rank of ranks) {
      yield { ...progress, done }
      done += 1
      alone.delete(rank)
      shingles.set(rank, shinglesOf(textOf(source, editions[rank]?.members[0])))
    }
    compare(buckets, shingles, sets)
    for (const alike of Map.groupBy(ranks, sets.find).values()) {
      const copies = copiesAmong(
        alike.flatMap((rank) => {
          const edition = editions[rank]
          return edition === undefined ? [] : [{ ...edition, shingles: shingles.get(rank) ?? null }]
        }),
      )
      if (copies !== null) found.push(copies)
    }
  }
  for (const rank of alone) {
    const edition = editions[rank]
    const copies = edition === undefined ? null : copiesAmong([{ ...edition, shingles: null }])
    if (copies !== null) found.push(copies)
  }
  return {
    documents: documents.length,
    found: found.toSorted(
      (one, other) =>
        other.copies.length - one.copies.length || (one.documentId < other.documentId ? -1 : 1),
    ),
  }
}

/** Each different text once, with the documents that have it and its signature; texts without words have an empty one. */
function* readAll(source: Source, documents: readonly DocumentSummary[]) {
  const bySha256 = new Map<string, DocumentSummary[]>()
  const byWords = new Map<string, DocumentSummary[]>()
  const editions: Edition[] = []
  const signatures: Uint32Array[] = []
  for (const [done, summary] of documents.entries()) {
    yield { done, total: documents.length, documents: done }
    const { sha256 } = summary.document
    const known = bySha256.get(sha256)
    if (known !== undefined) {
      known.push(summary)
      continue
    }
    const text = textOf(source, summary)
    const words = sha256Of(foldedForm(text))
    const members = byWords.get(words) ?? []
    bySha256.set(sha256, members)
    if (members.length === 0) {
      byWords.set(words, members)
      editions.push({ members })
      signatures.push(signatureOf(shinglesOf(text)))
    }
    members.push(summary)
  }
  return { editions, signatures }
}

function textOf(source: Source, summary: DocumentSummary | undefined): string {
  const text = summary === undefined ? null : source.text(summary.document.sha256)
  if (text === null) throw new StoredDataError(t('failures:damage.textMissing'))
  return text
}

/** What is left of a text where white space and case do not count. */
function foldedForm(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

/** Texts that may be alike, with what says so; texts of different groups are not. */
function groupsOf(signatures: readonly Uint32Array[]) {
  const buckets = [...likelyAlike(signatures)]
  const sets = createDisjointSets(signatures.length)
  for (const [first = 0, ...others] of buckets) for (const rank of others) sets.join(first, rank)
  return Array.from(
    Map.groupBy(buckets, ([first = 0]) => sets.find(first)).values(),
    (inGroup) => ({ ranks: [...new Set(inGroup.flat())], buckets: inGroup }),
  )
}

/** Joins in `sets` what is alike by the shingles themselves. */
function compare(
  buckets: readonly (readonly number[])[],
  shingles: ReadonlyMap<number, Uint32Array>,
  sets: DisjointSets,
): void {
  const refused = new Set<string>()
  const none = new Uint32Array()
  for (const bucket of buckets) {
    const seen: number[] = []
    for (const rank of bucket) {
      for (const other of seen) {
        const pair = `${other} ${rank}`
        if (refused.has(pair) || sets.find(other) === sets.find(rank)) continue
        const similarity = similarityOf(shingles.get(rank) ?? none, shingles.get(other) ?? none)
        if (similarity < leastSimilarity) refused.add(pair)
        else sets.join(other, rank)
      }
      const isKnown = seen.some((other) => sets.find(other) === sets.find(rank))
      if (!isKnown && seen.length < mostSets) seen.push(rank)
    }
  }
}
