import type { DatabaseSync } from 'node:sqlite'

import { t } from '../../../../shared/language/translate.ts'
import { breachOf, type Annotation } from '../../../../shared/model/annotation.ts'
import { defaultLabels } from '../../../../shared/model/default-labels.ts'
import type { Document } from '../../../../shared/model/document.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { newId, timeNow } from '../../../../shared/model/id.ts'
import type { Label } from '../../../../shared/model/label.ts'
import { defaultRelationTypes } from '../../../../shared/model/relation-type.ts'
import type { Relation } from '../../../../shared/model/relation.ts'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import { quoteOf } from '../../../../shared/text/span.ts'
import { sha256Of } from '../../sha256.ts'
import { textIn } from '../tables/columns.ts'
import type { Tables } from '../tables/tables.ts'
import type { Repairing, Storing } from './progress.ts'
import { readableIn, readOr } from './readable.ts'

/** How much came over. `review` counts annotations that no longer slice to their quote and wait for somebody’s look. */
export type Saved = {
  readonly documents: number
  readonly annotations: number
  readonly review: number
  readonly relations: number
}

export const nothingSaved: Saved = { documents: 0, annotations: 0, review: 0, relations: 0 }

/** Puts all that `from` holds, as far as it can be read and proved, into `to`. Says what could not be, and what became of it. */
export function* rebuild(
  db: DatabaseSync,
  from: Tables,
  to: Tables,
  { name, progress }: { readonly name: string; readonly progress: Storing },
): Repairing<{ readonly saved: Saved; readonly findings: readonly Finding[] }> {
  const readable = yield* readableIn(db, from, progress)
  const findings: Finding[] = []
  const note = (part: Finding['part'], id: string, message: string): void => {
    findings.push({ part, id, message })
  }
  const [project] = readable.things('project')
  to.project.put(project ?? { id: newId(), name, createdAt: timeNow(), searches: [] })
  for (const label of readable.things('label')) to.labels.put(label)
  for (const type of readable.things('relationType')) to.relationTypes.put(type)
  for (const speaker of readable.things('speaker')) to.speakers.put(speaker)

  const texts = textsIn(db, from)
  const documents = new Map<string, string>()
  for (const document of readable.things('document')) {
    yield progress.next('document')
    const text = texts.of(document)
    if (text === null) {
      note('document', document.id, t('failures:repair.textUnreadable', { title: document.title }))
      continue
    }
    const sha256 = sha256Of(text)
    if (sha256 !== document.sha256) {
      note('document', document.id, t('failures:repair.otherText', { title: document.title }))
    }
    to.texts.put(sha256, text)
    to.documents.put({ ...document, sha256, length: text.length })
    documents.set(document.id, sha256)
  }

  const review = new Map<string, Suggestion>()
  let annotations = 0
  for (const annotation of readable.things('annotation')) {
    yield progress.next('annotation')
    const { label, quote } = annotation
    const text = to.texts.get(documents.get(annotation.documentId) ?? '')
    if (text === null) {
      note('annotation', annotation.id, t('failures:repair.annotationLost', { label, quote }))
      continue
    }
    const breach = breachOf(text, annotation.spans, annotation.quote)
    if (breach !== null) {
      review.set(annotation.id, asSuggestion(annotation, text, breach.reason))
      note('annotation', annotation.id, t('failures:repair.annotationWaits', { label, quote }))
      continue
    }
    ensureLabel(to, annotation.label)
    for (const id of annotation.attribution) ensureSpeaker(to, id)
    to.annotations.put(annotation)
    annotations += 1
  }

  let relations = 0
  for (const relation of readable.things('relation')) {
    yield progress.next()
    const waiting = review.get(relation.from) ?? review.get(relation.to)
    const ends = [relation.from, relation.to].every(
      (id) => to.annotations.has(id) || review.has(id),
    )
    if (!ends || !ensureRelationType(to, relation)) {
      note('relation', relation.id, t('failures:repair.relationLost', relation))
    } else if (waiting === undefined) {
      to.relations.put(relation)
      relations += 1
    } else review.set(waiting.id, { ...waiting, relations: [...waiting.relations, relation] })
  }

  for (const suggestion of [...review.values(), ...readable.things('suggestion')]) {
    yield progress.next()
    const text = to.texts.get(documents.get(suggestion.documentId) ?? '')
    if (text === null) note('suggestion', suggestion.id, t('failures:repair.suggestionLost'))
    else to.suggestions.put({ ...suggestion, proposal: provedPlace(text, suggestion.proposal) })
  }
  const saved = { documents: documents.size, annotations, review: review.size, relations }
  return { saved, findings: [...readable.findings, ...findings] }
}

/** Texts by what they hold, and where that is not what it was, by the hash they lie under. */
function textsIn(db: DatabaseSync, tables: Tables) {
  const lyingUnder = new Map<string, string>()
  for (const row of db.prepare('SELECT sha256 FROM texts').all()) {
    const key = textIn(row, 'sha256')
    const text = readOr(() => tables.texts.get(key), null)
    if (text !== null) lyingUnder.set(sha256Of(text), key)
  }
  return {
    of: ({ sha256 }: Document): string | null => {
      const key = lyingUnder.get(sha256) ?? sha256
      const text = readOr(() => tables.texts.get(key), null)
      return text === null || text.isWellFormed() ? text : text.toWellFormed()
    },
  }
}

function asSuggestion(
  { spans, quote, ...common }: Annotation,
  text: string,
  reason: Suggestion['reason'],
): Suggestion {
  const found = quoteOf(text, spans)
  return {
    ...common,
    reason,
    expected: quote,
    found: found.isWellFormed() ? found : found.toWellFormed(),
    proposal: provedPlace(text, spans),
    score: null,
    origin: 'Repair',
    relations: [],
  }
}

/** A place that an annotation may have, or `null`. */
function provedPlace(text: string, spans: Suggestion['proposal']): Suggestion['proposal'] {
  if (spans === null || breachOf(text, spans, quoteOf(text, spans)) !== null) return null
  return quoteOf(text, spans) === '' ? null : spans
}

/** A label that is lost gets a stand-in of the same id, so that its annotations stay. */
function ensureLabel({ labels }: Tables, id: string): void {
  if (labels.has(id)) return
  const usual = defaultLabels.find((label) => label.id === id)
  const plain: Label = {
    id,
    name: id,
    color: '#5b6470',
    key: null,
    description: '',
    guideline: '',
    attributes: [],
    speaker: { title: 'Speaker', required: false },
    archived: false,
    position: labels.all().length,
  }
  labels.put(usual ?? plain)
}

function ensureSpeaker({ speakers }: Tables, id: string): void {
  if (speakers.has(id)) return
  const name = `Lost speaker ${id.slice(-6)}`
  speakers.put({ id, name, aliases: [], role: null, organisation: null, anonymous: false })
}

function ensureRelationType({ relationTypes }: Tables, { type }: Relation): boolean {
  if (relationTypes.get(type) !== null) return true
  const usual = defaultRelationTypes.find(({ id }) => id === type)
  if (usual !== undefined) relationTypes.put(usual)
  return usual !== undefined
}
