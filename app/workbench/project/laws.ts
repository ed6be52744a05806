import { breachOf, type Annotation, type Breach } from '../../../shared/model/annotation.ts'
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
export function checkLaws(tables: Tables, changes: readonly Change[]): Result<null> {
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

function unlawful(breach: string): Result<never> {
  return failure('unlawful', breach, 'Nothing was changed; what was saved before is safe.')
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
      return tables.project.count() === 1 ? null : 'A project file holds exactly one project.'
  }
}

function annotationBreach(tables: Tables, annotation: Annotation): string | null {
  const document = tables.documents.get(annotation.documentId)
  if (document === null) return 'The document of this annotation is not in the project.'
  if (!tables.labels.has(annotation.label)) {
    return `The label “${annotation.label}” is not in the project’s tag set.`
  }
  if (!annotation.attribution.every(tables.speakers.has)) {
    return 'A speaker of this annotation is not among the speakers of the project.'
  }
  return quoteBreach(tables, document, annotation)
}

/** Its label may be gone; its document, speakers and place may not. */
function suggestionBreach(tables: Tables, suggestion: Suggestion): string | null {
  const document = tables.documents.get(suggestion.documentId)
  if (document === null) return 'The document of this suggestion is not in the project.'
  if (!suggestion.attribution.every(tables.speakers.has)) {
    return 'A speaker of this suggestion is not among the speakers of the project.'
  }
  return proposalBreach(tables, document, suggestion)
}

function proposalBreach(
  tables: Tables,
  document: Document,
  { proposal }: Suggestion,
): string | null {
  const text = tables.texts.get(document.sha256)
  if (text === null) return `The text of “${document.title}” is not in the project.`
  if (proposal === null) return null
  const breach = breachOf(text, proposal, quoteOf(text, proposal))
  return breach === null ? null : describe(breach, `proposed in “${document.title}”`)
}

function quoteBreach(tables: Tables, document: Document, annotation: Annotation): string | null {
  const text = tables.texts.get(document.sha256)
  if (text === null) return `The text of “${document.title}” is not in the project.`
  const breach = breachOf(text, annotation.spans, annotation.quote)
  if (breach === null) return null
  return describe(breach, `in “${document.title}” at ${extentOf(annotation.spans).start}`)
}

function describe({ reason, expected, found }: Breach, place: string): string {
  if (reason === 'outsideText') return `The annotation ${place} reaches beyond the end of the text.`
  if (reason === 'splitsGrapheme') {
    return `The annotation ${place} begins or ends in the middle of a character.`
  }
  return `The annotation ${place} should hold “${expected}”, but the text there is “${found}”.`
}

function removedAnnotation(tables: Tables, id: string): string | null {
  return tables.relations.isAnnotationInUse(id)
    ? 'A relation still leads to or from this annotation; the relation has to be removed with it.'
    : null
}

function relationBreach(tables: Tables, { type, from, to }: Relation): string | null {
  if (!tables.relationTypes.has(type)) {
    return `The relation type “${type}” is not in the project’s tag set.`
  }
  return tables.annotations.has(from) && tables.annotations.has(to)
    ? null
    : 'An annotation that this relation joins is not in the project.'
}

function documentBreach(tables: Tables, document: Document): string | null {
  const text = tables.texts.get(document.sha256)
  if (text === null) return `The text of “${document.title}” is not in the project.`
  if (text.length !== document.length) {
    return `The text of “${document.title}” is ${text.length} long, not ${document.length}.`
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
    ? 'This document still has annotations or suggestions; they have to be removed with it.'
    : null
}

function removedLabel(tables: Tables, id: string): string | null {
  return tables.annotations.isLabelInUse(id)
    ? `The label “${id}” is still in use; its annotations have to be removed or changed with it.`
    : null
}

function removedRelationType(tables: Tables, id: string): string | null {
  return tables.relations.isTypeInUse(id)
    ? `The relation type “${id}” is still in use; its relations have to be removed or changed with it.`
    : null
}

function removedSpeaker(tables: Tables, id: string): string | null {
  return tables.attributions.isSpeakerInUse(id) || tables.suggestions.naming(id).length > 0
    ? 'Annotations or suggestions still name this speaker; they have to be changed with it.'
    : null
}
