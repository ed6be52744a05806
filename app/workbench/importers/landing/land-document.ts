import { basename } from 'node:path/posix'

import { maxDocumentBytes } from '../../../../shared/contract.ts'
import { t } from '../../../../shared/language/translate.ts'
import type { Document, Provenance } from '../../../../shared/model/document.ts'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import { countWords } from '../../../../shared/text/words.ts'
import { sha256Of } from '../../sha256.ts'
import type { ForeignAnnotation, ForeignAnnotations, ForeignDocument } from '../foreign.ts'
import { titleFrom, titleFromFileName, titleFromFirstLine } from '../title.ts'
import { aboutAnnotation, landAnnotation, type LandedAnnotation } from './land-annotation.ts'
import { landMetadata } from './land-metadata.ts'
import { landRelations } from './land-relations.ts'
import { landSuggestion } from './land-suggestion.ts'
import type { Landed, LandedWithReport, Told } from './landed.ts'
import { areWellFormed, remark, type End, type Landing } from './landing.ts'
import { searchQuotes } from './quote-search.ts'
import { countsOf, refuseThings } from './refuse-things.ts'
import { landText } from './source-offsets.ts'
import { wellFormed } from './well-formed.ts'

/** The file that a document was read from. */
export type SourceFacts = {
  readonly path: string
  readonly format: string
  /** In bytes, and the hash of them, where all of the file is one document; `null` where it holds several. */
  readonly byteLength: number | null
  readonly sha256: string | null
}

/** Makes a document with its annotations of what a file says, or tells why it cannot be. */
export function landDocument(
  landing: Landing,
  foreign: ForeignDocument,
  facts: SourceFacts,
): LandedWithReport {
  const refusal = refuseText(foreign)
  if (refusal !== null) return refuseDocument(foreign, refusal)
  const ground = {
    source: foreign.text,
    landed: landText(foreign.text, foreign.offsetUnit),
    quoteForm: foreign.quoteForm,
  }
  const { text, lineEnds } = ground.landed
  const metadata = landMetadata(foreign.metadata)
  const given: Document = {
    id: landing.idFor(foreign.id),
    title: titleOf(foreign, facts, text),
    source: metadata.source,
    author: metadata.author,
    date: metadata.date,
    url: metadata.url,
    language: metadata.language,
    direction: metadata.direction,
    status: metadata.status ?? 'todo',
    assignee: metadata.assignee,
    tags: metadata.tags,
    metadata: metadata.other,
    sha256: sha256Of(text),
    length: text.length,
    words: countWords(text),
    provenance: foreign.provenance ?? provenanceOf(foreign, facts, lineEnds, landing.now),
    createdAt: landing.now,
    updatedAt: landing.now,
  }
  const document = wellFormed(given)
  const asItWas = document === given && areWellFormed([foreign.metadata.title])
  const told = asItWas ? [] : [mendedMetadata(foreign)]
  const things = landThings(landing, { ...ground, search: searchQuotes(text) }, foreign, {
    documentId: document.id,
    path: facts.path,
  })
  return {
    ...things,
    landed: { ...things.landed, document, text },
    told: [...told, ...things.told],
    counts: { ...things.counts, documents: 1 },
  }
}

/** Annotations on a document whose text is known already, as it is stored. */
export function landOnto(
  landing: Landing,
  foreign: ForeignAnnotations,
  {
    documentId,
    text,
    path,
  }: { readonly documentId: string; readonly text: string; readonly path: string },
): LandedWithReport {
  const landed = landText(text, foreign.offsetUnit)
  const ground = { source: text, landed, search: searchQuotes(text), quoteForm: foreign.quoteForm }
  return landThings(landing, ground, foreign, { documentId, path })
}

type Things = Pick<
  ForeignDocument,
  'place' | 'annotations' | 'relations' | 'refused' | 'changed' | 'suggestions'
>

function landThings(
  landing: Landing,
  ground: Parameters<typeof landAnnotation>[1],
  foreign: Things,
  where: { readonly documentId: string; readonly path: string },
): LandedWithReport & { readonly landed: Landed } {
  let room = mostQuoted
  const results = foreign.annotations.map((annotation) => {
    const result = landAnnotation(landing, ground, annotation, where)
    room -= quotedBy(result)
    return room < 0 ? refuseQuoted(annotation) : result
  })
  const annotations = results.flatMap((result) =>
    result.kind === 'annotation' ? [result.annotation] : [],
  )
  const proposed = results.flatMap((result) =>
    result.kind === 'suggestion' ? [result.suggestion] : [],
  )
  const ends = endsOf(landing, foreign.annotations, results)
  const { relations, suggestions, told } = landRelations(landing, foreign.relations, ends, proposed)
  const kept = (foreign.suggestions ?? []).map((suggestion) =>
    landSuggestion(landing, suggestion, {
      documentId: where.documentId,
      text: ground.landed.text,
      place: foreign.place,
    }),
  )
  const isPredicted = ({ reason }: Suggestion) => reason === 'predicted'
  return {
    landed: {
      document: null,
      text: '',
      annotations,
      relations,
      suggestions: [
        ...suggestions.filter(isPredicted),
        ...kept.flatMap(({ suggestion }) => suggestion ?? []),
      ],
      waiting: suggestions.filter((suggestion) => !isPredicted(suggestion)),
    },
    told: [
      ...foreign.refused.map((each): Told => ({ ...each, outcome: 'refused' })),
      ...foreign.changed.map((each): Told => ({ ...each, outcome: 'changed' })),
      ...results.flatMap((result) => result.told),
      ...told,
      ...kept.flatMap((each) => each.told),
    ],
    counts: { documents: 0, ...countsOf(foreign) },
  }
}

/**
 * All that annotations of one document may quote together, in UTF-16 code units: each keeps its text, and a hundred
 * thousand that each span a long article would fill a disk.
 */
const mostQuoted = 64 * 1024 * 1024

function quotedBy(result: LandedAnnotation): number {
  if (result.kind === 'refused') return 0
  if (result.kind === 'annotation') return result.annotation.quote.length
  const { expected, found } = result.suggestion
  return (expected?.length ?? 0) + (found?.length ?? 0)
}

function refuseQuoted(foreign: ForeignAnnotation): LandedAnnotation {
  const reason = t('remarks:landing.tooMuchQuoted', { limit: mostQuoted / 1024 ** 2 })
  const told = remark({ ...aboutAnnotation(foreign), code: 'tooLarge', reason })
  return { kind: 'refused', told: [{ ...told, outcome: 'refused' }] }
}

/** What relations can lead to, by key; what has an id of its own is found from other documents too. */
function endsOf(
  landing: Landing,
  foreign: ForeignDocument['annotations'],
  results: readonly LandedAnnotation[],
): ReadonlyMap<string, End> {
  const ends = new Map<string, End>()
  for (const [index, result] of results.entries()) {
    const annotation = foreign[index]
    if (result.kind === 'refused' || annotation === undefined) continue
    const waits = result.kind === 'suggestion'
    const end = { id: waits ? result.suggestion.id : result.annotation.id, waits }
    ends.set(annotation.key, end)
    if (annotation.id !== null && !landing.ends.has(annotation.id)) {
      landing.ends.set(annotation.id, end)
    }
  }
  return ends
}

type TextRefusal = Pick<Told, 'code' | 'reason'>

function refuseText({ text }: ForeignDocument): TextRefusal | null {
  if (text.trim() === '') {
    return { code: 'empty', reason: t('remarks:document.empty') }
  }
  if (Buffer.byteLength(text) > maxDocumentBytes) {
    const limit = maxDocumentBytes / (1024 * 1024)
    return {
      code: 'tooLarge',
      reason: t('remarks:document.tooLarge', { limit }),
    }
  }
  if (text.isWellFormed()) return null
  return {
    code: 'undecodable',
    reason: t('remarks:document.loneSurrogate'),
  }
}

/** What hangs on a document goes with it, and is counted. */
function refuseDocument(foreign: ForeignDocument, refusal: TextRefusal): LandedWithReport {
  const { place } = foreign
  const told = remark({ thing: 'document', place, id: foreign.id, ...refusal })
  const words = { code: refusal.code, reason: t('remarks:document.refusedWith') }
  return {
    landed: null,
    told: [{ outcome: 'refused', ...told }, ...refuseThings(foreign, words)],
    counts: { documents: 1, ...countsOf(foreign) },
  }
}

function mendedMetadata({ place, id }: ForeignDocument): Told {
  const reason = t('remarks:document.metadataMended')
  return {
    outcome: 'changed',
    ...remark({ thing: 'document', place, id, code: 'undecodable', reason }),
  }
}

function titleOf(
  { metadata, place }: ForeignDocument,
  { path }: SourceFacts,
  text: string,
): string {
  const name = basename(path)
  const fallback = place === null ? titleFromFileName(name) : titleFromFirstLine(text, name)
  return titleFrom(metadata.title?.toWellFormed() ?? '', fallback)
}

function provenanceOf(
  { decoding }: ForeignDocument,
  { path, format, byteLength, sha256 }: SourceFacts,
  lineEnds: Provenance['lineEnds'],
  importedAt: string,
): Provenance {
  return {
    fileName: basename(path),
    format,
    encoding: decoding.encoding,
    byteOrderMark: decoding.byteOrderMark,
    byteLength,
    sha256,
    lineEnds,
    importedAt,
  }
}
