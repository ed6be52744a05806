import type { CallArguments } from '../../../shared/contract.ts'
import { replaceRelationType } from '../../../shared/model/replacement.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ActingProject } from '../project/project-file.ts'
import { actOnce } from './act-once.ts'
import { pairOf, summaryOfPair } from './pair.ts'

/** Takes a relation type out, with its relations or after they have got another type, as one entry. */
export function replaceRelationTypeIn<Done>(
  file: ActingProject<Done>,
  request: CallArguments<'relationTypes.replace'>,
): Result<Done> {
  return actOnce(file, request, () => {
    const ids = { old: request.relationType, by: request.by }
    const pair = pairOf('relationType', file.relationTypes(), ids)
    if (!pair.ok) return pair
    const { old, by } = pair.value
    const changes = replaceRelationType(old, by, {
      relations: file.relationsTyped(old.id),
      suggestions: file.suggestionsRelatedBy(old.id),
    })
    return success({ summary: summaryOfPair('relationType', pair.value), changes })
  })
}
