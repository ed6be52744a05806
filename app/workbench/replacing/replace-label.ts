import type { CallArguments } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { distinct } from '../../../shared/model/distinct.ts'
import type { Commit } from '../../../shared/model/journal.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import { replaceLabel } from '../../../shared/model/replacement.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { actOnce } from './act-once.ts'
import { pairOf, summaryOfPair } from './pair.ts'

/** Takes a label out, with its annotations or after they have got another label, as one entry. */
export function replaceLabelIn(
  file: ProjectFile,
  request: CallArguments<'labels.replace'>,
): Result<Commit> {
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
  file: ProjectFile,
  annotations: readonly Annotation[],
): readonly Relation[] {
  // One that joins two of them is found at both.
  return distinct(annotations.flatMap(({ id }) => file.relationsAt(id)))
}

function lastOne(): Result<never> {
  return failure('conflict', t('failures:replacing.lastLabel'), t('failures:replacing.addFirst'))
}
