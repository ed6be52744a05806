import type { CallArguments } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import { replaceLabel } from '../../../shared/model/replacement.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { ActingProject, ProjectLookups } from '../project/project-file.ts'
import { actOnce } from './act-once.ts'
import { pairOf, summaryOfPair } from './pair.ts'

/** Takes a label out, with its annotations or after they have got another label, as one entry. */
export function replaceLabelIn<Done>(
  file: ActingProject<Done>,
  request: CallArguments<'labels.replace'>,
): Result<Done> {
  return actOnce(file, request, () => {
    const labels = file.labels()
    const pair = pairOf('label', labels, { old: request.label, by: request.by })
    if (!pair.ok) return pair
    if (labels.length === 1) return lastOne()
    const { old, by } = pair.value
    const annotations = file.annotationsLabelled(old.id)
    const changes = replaceLabel(old, by, {
      annotations,
      relations: by === null ? relationsAtAny(file, annotations) : [],
      relationTypes: file.relationTypes(),
      suggestions: by === null ? [] : file.suggestionsLabelled(old.id),
    })
    return success({ summary: summaryOfPair('label', pair.value), changes })
  })
}

function relationsAtAny(
  file: ProjectLookups,
  annotations: Iterable<Annotation>,
): readonly Relation[] {
  const found = new Map<string, Relation>()
  for (const { id } of annotations) {
    // One that joins two of them is found at both.
    for (const relation of file.relationsAt(id)) found.set(relation.id, relation)
  }
  return [...found.values()]
}

function lastOne(): Result<never> {
  return failure('conflict', t('failures:replacing.lastLabel'), t('failures:replacing.addFirst'))
}
