import {
  maxCarried,
  type CallArguments,
  type CallValue,
  type Carrying,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { carryAnnotations, type Annotated } from '../../../shared/model/carrying.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { contextOf } from '../../../shared/text/context.ts'
import { extentOf } from '../../../shared/text/span.ts'
import type { ProjectReader } from '../project/project-file.ts'
import { StoredDataError } from '../project/tables/columns.ts'
import type { CopiesProgress } from './find-copies.ts'

type Asked = Pick<CallArguments<'copies.preview'>, 'from' | 'to'>

/**
 * What carrying the annotations of one document over to others comes to, step by step, as `findCopies` goes. Documents
 * come in the order asked for; those that are not there any more are left out.
 */
export function* previewCarrying(
  reader: Pick<ProjectReader, 'document' | 'text' | 'annotations' | 'relationsOf'>,
  { from, to }: Asked,
): Generator<CopiesProgress, Result<CallValue<'copies.preview'>>> {
  const source = annotatedIn(reader, from)
  if (source === null) return gone()
  const carryings: Carrying[] = []
  let added = 0
  for (const [done, documentId] of to.entries()) {
    yield { done, total: to.length, documents: done }
    const target = documentId === from ? null : annotatedIn(reader, documentId)
    if (target === null) continue
    const carried = carryAnnotations(source, target)
    added += carried.added.length
    if (added > maxCarried && carryings.length > 0) return success({ carryings, complete: false })
    carryings.push({
      documentId,
      added: carried.added.map((annotation) => shownIn(target.text, annotation)),
      standing: carried.standing.map((annotation) => shownIn(target.text, annotation)),
      unfit: carried.unfit.map(({ annotation, reason }) => ({
        ...shownIn(source.text, annotation),
        reason,
      })),
      relations: carried.relations,
    })
  }
  return success({ carryings, complete: true })
}

function annotatedIn(
  reader: Pick<ProjectReader, 'document' | 'text' | 'annotations' | 'relationsOf'>,
  documentId: string,
): Annotated | null {
  const document = reader.document(documentId)
  if (document === null) return null
  const text = reader.text(document.sha256)
  if (text === null)
    throw new StoredDataError(t('failures:damage.textOfMissing', { title: document.title }))
  const [annotations, relations] = [reader.annotations(documentId), reader.relationsOf(documentId)]
  return { documentId, text, annotations, relations }
}

function shownIn(text: string, annotation: Annotation) {
  const { prefix: before, suffix: after } = contextOf(text, extentOf(annotation.spans))
  return { annotation, before, after }
}

function gone(): Result<never> {
  return failure('notFound', t('failures:jobs.carrierGone'), t('failures:replacing.undoElsewhere'))
}
