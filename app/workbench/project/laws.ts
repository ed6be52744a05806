import { t } from '../../../shared/language/translate.ts'
import { breachOf, type Annotation } from '../../../shared/model/annotation.ts'
import { subjectOf, type Change } from '../../../shared/model/change.ts'
import type { Document } from '../../../shared/model/document.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { extentOf, quoteOf } from '../../../shared/text/span.ts'
import type { Tables } from './tables/tables.ts'

/**
 * Checks what a series of changes left behind, after they were applied and before they are kept: every thing they
 * touched fits the others, every annotation slices to its quote, and nothing hangs on what was removed. Costs what was
 * touched, not what the project holds.
 */
export function checkLaws(stored: Tables, changes: readonly Change[]): Result<null> {
  const tables = readingDocumentsOnce(stored)
  // Documents side by side, so that a text is read once for all annotations on it.
  for (const change of lastOfEach(changes).toSorted(byDocument)) {
    const breach = breachAfter(tables, change)
    if (breach !== null) return unlawful(breach)
  }
  for (const documentId of retexted(changes)) {
    const breach = retextedBreach(tables, documentId)
    if (breach !== null) return unlawful(breach)
  }
  return success(null)
}

/** Changes that are checked together where there are more than memory should have to hold. */
const sliceOfChanges = 1000

/** The same for changes that are read one at a time. `repeats`: something was changed more than once. */
export function checkLawsInSlices(
  tables: Tables,
  changes: Iterable<Change>,
  repeats: boolean,
): Result<null> {
  let slice: Change[] = []
  for (const change of changes) {
    // Another change of the same thing may come in a later slice: what is stored tells what it came to.
    slice.push(repeats ? asStored(tables, change) : change)
    if (slice.length < sliceOfChanges) continue
    const lawful = checkLaws(tables, slice)
    if (!lawful.ok) return lawful
    slice = []
  }
  return checkLaws(tables, slice)
}

function asStored(tables: Tables, change: Change): Change {
  const id = subjectOf(change)
  switch (change.entity) {
    case 'annotation':
      return { ...change, after: tables.annotations.get(id) }
    case 'relation':
      return { ...change, after: tables.relations.get(id) }
    case 'document':
      return { ...change, after: tables.documents.get(id) }
    case 'label':
      return { ...change, after: tables.labels.get(id) }
    case 'relationType':
      return { ...change, after: tables.relationTypes.get(id) }
    case 'speaker':
      return { ...change, after: tables.speakers.get(id) }
    case 'suggestion':
      return { ...change, after: tables.suggestions.get(id) }
    case 'project':
      return { ...change, after: tables.project.get(id) }
  }
}

/** Nothing changes while laws are checked: a document is read once for all annotations on it that follow each other. */
function readingDocumentsOnce(tables: Tables): Tables {
  let last: { readonly id: string; readonly document: Document | null } | null = null
  const get = (id: string): Document | null => {
    if (last?.id !== id) last = { id, document: tables.documents.get(id) }
    return last.document
  }
  return { ...tables, documents: { ...tables.documents, get } }
}

function unlawful(breach: string): Result<never> {
  return failure('unlawful', breach, t('failures:unlawful.safe'))
}

/** Documents that may have another text than before, also by being removed and added in one go. */
function retexted(changes: readonly Change[]): ReadonlySet<string> {
  const others = changes.filter(
    (change) => change.entity === 'document' && change.before?.sha256 !== change.after?.sha256,
  )
  return new Set(others.map(subjectOf))
}

/** The last change of each subject: its `after` is what is stored now. */
function lastOfEach(changes: readonly Change[]): readonly Change[] {
  return [
    ...new Map(changes.map((change) => [`${change.entity} ${subjectOf(change)}`, change])).values(),
  ]
}

function byDocument(one: Change, other: Change): number {
  const first = documentOf(one)
  const second = documentOf(other)
  return first < second ? -1 : first > second ? 1 : 0
}

function documentOf(change: Change): string {
  return change.entity === 'annotation' ? (change.after?.documentId ?? '') : ''
}

function breachAfter(tables: Tables, change: Change): string | null {
  switch (change.entity) {
    case 'annotation':
      if (change.after === null) return removedAnnotation(tables, subjectOf(change))
      return annotationBreach(tables, change.after)
    case 'relation':
      return change.after === null ? null : relationBreach(tables, change.after)
    case 'document':
      if (change.after === null) return removedDocument(tables, subjectOf(change))
      return documentBreach(tables, change.after)
    case 'label':
      return change.after === null ? removedLabel(tables, subjectOf(change)) : null
    case 'relationType':
      return change.after === null ? removedRelationType(tables, subjectOf(change)) : null
    case 'speaker':
      return change.after === null ? removedSpeaker(tables, subjectOf(change)) : null
    case 'suggestion':
      return change.after === null ? null : suggestionBreach(tables, change.after)
    case 'project':
      return tables.project.count() === 1 ? null : t('failures:unlawful.oneProject')
  }
}

function annotationBreach(tables: Tables, annotation: Annotation): string | null {
  const document = tables.documents.get(annotation.documentId)
  if (document === null) return t('failures:unlawful.documentOfAnnotation')
  if (!tables.labels.has(annotation.label)) {
    return t('failures:unlawful.noLabel', { label: annotation.label })
  }
  if (!annotation.attribution.every(tables.speakers.has)) {
    return t('failures:unlawful.speakerOfAnnotation')
  }
  return quoteBreach(tables, document, annotation)
}

/** Its label may be gone; its document, speakers and place may not. */
function suggestionBreach(tables: Tables, suggestion: Suggestion): string | null {
  const document = tables.documents.get(suggestion.documentId)
  if (document === null) return t('failures:unlawful.documentOfSuggestion')
  if (!suggestion.attribution.every(tables.speakers.has)) {
    return t('failures:unlawful.speakerOfSuggestion')
  }
  return proposalBreach(tables, document, suggestion)
}

function proposalBreach(
  tables: Tables,
  document: Document,
  { proposal }: Suggestion,
): string | null {
  const { title, sha256 } = document
  const text = tables.texts.get(sha256)
  if (text === null) return t('failures:unlawful.noText', { title })
  if (proposal === null) return null
  const breach = breachOf(text, proposal, quoteOf(text, proposal))
  if (breach === null) return null
  const { reason, ...quotes } = breach
  return t(`failures:unlawful.proposed.${reason}`, { title, ...quotes })
}

function quoteBreach(tables: Tables, document: Document, annotation: Annotation): string | null {
  const { title, sha256 } = document
  const text = tables.texts.get(sha256)
  if (text === null) return t('failures:unlawful.noText', { title })
  const breach = breachOf(text, annotation.spans, annotation.quote)
  if (breach === null) return null
  const { reason, ...quotes } = breach
  const { start } = extentOf(annotation.spans)
  return t(`failures:unlawful.quoted.${reason}`, { title, start, ...quotes })
}

function removedAnnotation(tables: Tables, id: string): string | null {
  return tables.relations.isAnnotationInUse(id) ? t('failures:unlawful.annotationInUse') : null
}

function relationBreach(tables: Tables, { type, from, to }: Relation): string | null {
  if (!tables.relationTypes.has(type)) {
    return t('failures:unlawful.noRelationType', { type })
  }
  return tables.annotations.has(from) && tables.annotations.has(to)
    ? null
    : t('failures:unlawful.noEnd')
}

function documentBreach(tables: Tables, document: Document): string | null {
  const { title, sha256 } = document
  const text = tables.texts.get(sha256)
  if (text === null) return t('failures:unlawful.noText', { title })
  if (text.length !== document.length) {
    return t('failures:unlawful.textLength', { title, found: text.length, wanted: document.length })
  }
  return null
}

/** Looks at every annotation and suggestion of a document: those that a change left alone may not fit its new text. */
function retextedBreach(tables: Tables, documentId: string): string | null {
  const document = tables.documents.get(documentId)
  if (document === null) return null
  for (const annotation of tables.annotations.ofDocument(documentId)) {
    const breach = quoteBreach(tables, document, annotation)
    if (breach !== null) return breach
  }
  for (const suggestion of tables.suggestions.ofDocument(documentId)) {
    const breach = proposalBreach(tables, document, suggestion)
    if (breach !== null) return breach
  }
  return null
}

function removedDocument(tables: Tables, id: string): string | null {
  return tables.annotations.isDocumentInUse(id) || tables.suggestions.isDocumentInUse(id)
    ? t('failures:unlawful.documentInUse')
    : null
}

function removedLabel(tables: Tables, id: string): string | null {
  return tables.annotations.isLabelInUse(id) ? t('failures:unlawful.labelInUse', { id }) : null
}

function removedRelationType(tables: Tables, id: string): string | null {
  return tables.relations.isTypeInUse(id) ? t('failures:unlawful.relationTypeInUse', { id }) : null
}

function removedSpeaker(tables: Tables, id: string): string | null {
  return tables.attributions.isSpeakerInUse(id) || tables.suggestions.naming(id).length > 0
    ? t('failures:unlawful.speakerInUse')
    : null
}
