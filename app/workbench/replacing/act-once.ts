import type { Change } from '../../../shared/model/change.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ActingProject } from '../project/project-file.ts'

/** Who acts, and the id of the journal entry that comes of it. */
export type Actor = { readonly id: string; readonly annotator: string }

/** An act that is worked out from what is stored. */
export type Act = { readonly summary: string; readonly changes: Iterable<Change> }

/**
 * Works an act out and commits it as one entry. Sent again under the same id it is not done again, and answers as it
 * did: what it was about may be gone by then.
 */
export function actOnce<Done>(
  file: ActingProject<Done>,
  { id, annotator }: Actor,
  workOut: () => Result<Act>,
): Result<Done> {
  const known = file.committed(id)
  if (known !== null) return success(known)
  const act = workOut()
  return act.ok ? file.commit({ id, annotator, ...act.value }) : act
}
