import type { CallArguments } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { condenseChanges, invertChanges } from '../../shared/model/change.ts'
import type { Commit } from '../../shared/model/journal.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { ProjectFile } from './project/project-file.ts'

/**
 * Makes everything as it was right after the entry `seq` (0: before the first) by one entry of its own. `null` where it
 * is so already. Sent again under the same id it is not done again, and answers as it did.
 */
export function goBack(
  file: ProjectFile,
  { id, annotator, seq }: CallArguments<'journal.goBack'>,
): Result<Commit | null> {
  const known = file.committed(id)
  if (known !== null) return success(known)
  const [target] = seq === 0 ? [] : file.journal(seq + 1, 1)
  if (seq !== 0 && target?.seq !== seq) return noSuchEntry()
  const changes = condenseChanges(file.changesAfter(seq).flatMap(invertChanges))
  if (changes.length === 0) return success(null)
  const summary =
    target === undefined
      ? t('acts:history.goBackToStart')
      : t('acts:history.goBackTo', { summary: target.summary })
  return file.commit({ id, annotator, summary, changes })
}

function noSuchEntry(): Result<never> {
  return failure('notFound', t('failures:project.noSuchPoint'), t('failures:project.lookAgain'))
}
