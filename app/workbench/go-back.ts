import type { CallArguments } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { condenseChanges, invertChanges } from '../../shared/model/change.ts'
import type { Commit } from '../../shared/model/journal.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { BulkCommit, BulkProject } from './project/bulk-project.ts'
import type { ProjectFile, ProjectLookups } from './project/project-file.ts'

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
  const summary = summaryOf(file, seq)
  if (!summary.ok) return summary
  const changes = condenseChanges(file.changesAfter(seq).flatMap(invertChanges))
  if (changes.length === 0) return success(null)
  return file.commit({ id, annotator, summary: summary.value, changes })
}

/** The same where the way back is long. */
export function goBackInBulk(
  file: BulkProject,
  { id, annotator, seq }: CallArguments<'journal.goBack'>,
): Result<BulkCommit | null> {
  const known = file.committed(id)
  if (known !== null) return success(known)
  const summary = summaryOf(file, seq)
  return summary.ok ? file.goBack({ id, annotator, summary: summary.value }, seq) : summary
}

function summaryOf(file: ProjectLookups, seq: number): Result<string> {
  if (seq === 0) return success(t('acts:history.goBackToStart'))
  const [target] = file.journal(seq + 1, 1)
  if (target?.seq !== seq) return noSuchEntry()
  return success(t('acts:history.goBackTo', { summary: target.summary }))
}

function noSuchEntry(): Result<never> {
  return failure('notFound', t('failures:project.noSuchPoint'), t('failures:project.lookAgain'))
}
