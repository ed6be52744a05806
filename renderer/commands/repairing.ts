import type { Place } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { newId } from '../../shared/model/id.ts'
import { isUnderWay, type RepairStep } from '../store/jobs.ts'
import type { Session } from '../store/session.ts'

/** Saves what is readable of a damaged project to a new file, both chosen in the dialog. */
export async function repairProject(
  session: Session,
  damaged: Place,
  target: Place,
): Promise<void> {
  const job = newId()
  session.store.setState({
    repairing: { job, step: { kind: 'running' }, progress: null, isAside: false },
  })
  const args = { job, damaged: damaged.ticket, ticket: target.ticket }
  const repaired = await session.bridge.call('project.repair', args)
  show(
    session,
    job,
    repaired.ok
      ? { kind: 'done', repaired: repaired.value }
      : { kind: 'failed', failure: repaired.failure },
  )
}

/** Stops a repair: there is no new file then. */
export function cancelRepair(session: Session): void {
  const { repairing } = session.store.getState()
  if (repairing === null) return
  session.store.setState({ repairing: null, dialog: null })
  session.announce(t('commands:repairing.cancelled'))
  void session.bridge.call('repair.cancel', { job: repairing.job })
}

/** Puts the dialog away; a repair that is under way goes on. */
export function leaveRepair(session: Session): void {
  session.store.setState(({ repairing }) => ({
    dialog: null,
    repairing:
      repairing === null || !isUnderWay(repairing) ? null : { ...repairing, isAside: true },
  }))
}

/** Where somebody works on meanwhile, a notice says what came of it. */
function show(session: Session, job: string, step: RepairStep): void {
  const { dialog, repairing } = session.store.getState()
  if (repairing?.job !== job) return
  if (dialog !== 'repair' && step.kind === 'failed') {
    session.store.setState({ repairing: null })
    session.tellFailure(step.failure)
    return
  }
  if (dialog !== 'repair' && step.kind === 'done') {
    const { fileName: file, findings } = step.repaired
    const outcome = findings.length === 0 ? 'doneWhole' : 'done'
    session.tell('done', t(`commands:repairing.${outcome}`, { file }))
  }
  session.store.setState({ repairing: { ...repairing, step, progress: null } })
}
