import { basename } from 'node:path'

import type { OpenDocument, ReviewItem } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { breachOf, type Annotation } from '../../shared/model/annotation.ts'
import type { Relation } from '../../shared/model/relation.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { damaged } from './project/failures.ts'
import type { ProjectFile } from './project/project-file.ts'

/**
 * A document with its text, its relations and its annotations, each proved against the text. One that does not slice
 * to its quote comes in `review`, as it is stored, and not among the annotations.
 */
export function openDocument(file: ProjectFile, id: string): Result<OpenDocument> {
  const document = file.document(id)
  if (document === null) {
    return failure(
      'notFound',
      t('failures:document.goneFrom', { name: basename(file.path) }),
      t('failures:document.undoElsewhere'),
    )
  }
  const text = file.text(document.sha256)
  if (text === null) {
    return damaged(file.path, t('failures:damage.textOfMissing', { title: document.title }))
  }
  const annotations: Annotation[] = []
  const review: ReviewItem[] = []
  for (const annotation of file.annotations(id)) {
    const breach = breachOf(text, annotation.spans, annotation.quote)
    if (breach === null) annotations.push(annotation)
    else review.push({ annotation, ...breach })
  }
  const relations = file.relationsOf(id)
  const suggestions = file.suggestions(id)
  const waiting = suggestions.flatMap((suggestion) => suggestion.relations)
  const farAnnotations = annotationsElsewhere(file, id, [...relations, ...waiting])
  const view = file.view(id)
  return success({
    document,
    text,
    annotations,
    relations,
    farAnnotations,
    review,
    suggestions,
    view,
  })
}

/** The annotations in other documents that these relations join. */
function annotationsElsewhere(
  file: ProjectFile,
  documentId: string,
  relations: readonly Relation[],
): readonly Annotation[] {
  const ends = new Set(relations.flatMap(({ from, to }) => [from, to]))
  return [...ends].flatMap((end) => {
    const annotation = file.annotation(end)
    return annotation === null || annotation.documentId === documentId ? [] : [annotation]
  })
}
