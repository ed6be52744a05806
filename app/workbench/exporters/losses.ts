import type { DatasetDocument } from './dataset.ts'
import type { DatasetRelation, Loss } from './export-format.ts'

/** Ids of the things of a document that have something which a format has no place for, by what is lost. */
export function lossesOf(
  losses: readonly Loss[],
  document: DatasetDocument,
  relations: readonly DatasetRelation[],
): ReadonlyMap<Loss, readonly string[]> {
  const found = losses.map((loss) => [loss, having(loss, document, relations)] as const)
  return new Map(found.filter(([, ids]) => ids.length > 0))
}

function having(
  loss: Loss,
  document: DatasetDocument,
  relations: readonly DatasetRelation[],
): readonly string[] {
  const { annotations } = document
  const itself = (has: boolean) => (has ? [document.id] : [])
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id)
  switch (loss) {
    case 'discontinuity':
      return idsOf(annotations.filter(({ spans }) => spans.length > 1))
    case 'speakers':
    case 'speakerDetails':
      return idsOf(annotations.filter(({ attribution }) => attribution.length > 0))
    case 'attributes':
      return idsOf(annotations.filter(({ attributes }) => Object.keys(attributes).length > 0))
    case 'notes':
      return idsOf(annotations.filter(({ note }) => note !== null))
    case 'annotators':
    case 'times':
    case 'ids':
      return idsOf(annotations)
    case 'relations':
      return idsOf(relations)
    case 'relationsAcrossDocuments':
      return idsOf(relations.filter(({ far }) => far !== null))
    case 'status':
      return itself(document.status !== 'todo')
    case 'tags':
      return itself(document.tags.length > 0)
    case 'metadata':
      return itself(Object.keys(document.metadata).length > 0)
    case 'source':
    case 'author':
    case 'date':
    case 'url':
    case 'language':
    case 'direction':
    case 'assignee':
      return itself(document[loss] !== null)
    case 'title':
    case 'documentIds':
    case 'provenance':
    case 'whiteSpace':
    case 'tagSet':
      return itself(true)
    case 'suggestions':
      return idsOf(document.suggestions)
  }
}
