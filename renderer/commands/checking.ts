import type { CheckReport } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { newId } from '../../shared/model/id.ts'
import { isUnderWay, type CheckStep } from '../store/jobs.ts'
import type { Session } from '../store/session.ts'
import { openDialog } from './dialogs.ts'

/** Looks at all of the open project, as it is saved, and says what is not as it should be. Nothing is changed. */
export async function checkProject(session: Session): Promise<void> {
  const { checking } = session.store.getState()
  const isNew = checking === null || !isUnderWay(checking)
  const job = newId()
  if (isNew) {
    const running = { job, step: { kind: 'running' }, progress: null, isAside: false } as const
    session.store.setState({ checking: running })
  }
  openDialog(session, 'check')
  if (!isNew) return
  const checked = await session.bridge.call('check.run', { job })
  if (session.store.getState().checking?.job !== job) return
  show(
    session,
    job,
    checked.ok
      ? { kind: 'done', report: checked.value }
      : { kind: 'failed', failure: checked.failure },
  )
}

/** Stops a check; there is nothing to take back. */
export function cancelCheck(session: Session): void {
  const { checking } = session.store.getState()
  if (checking === null) return
  session.store.setState({ checking: null, dialog: null })
  session.announce(t('commands:checking.cancelled'))
  void session.bridge.call('check.cancel', { job: checking.job })
}

/** Puts the dialog away; a check that is under way goes on. */
export function leaveCheck(session: Session): void {
  session.store.setState(({ checking }) => ({
    dialog: null,
    checking: checking === null || !isUnderWay(checking) ? null : { ...checking, isAside: true },
  }))
}

/** Where somebody works on meanwhile, a notice says what came of it. */
function show(session: Session, job: string, step: CheckStep): void {
  const { dialog, checking } = session.store.getState()
  if (checking?.job !== job) return
  const isSeen = dialog === 'check'
  if (!isSeen && step.kind === 'failed') {
    session.store.setState({ checking: null })
    session.tellFailure(step.failure)
    return
  }
  if (!isSeen && step.kind === 'done') {
    session.tell('done', outcomeWords(step.report))
    if (step.report.findings.length === 0) {
      session.store.setState({ checking: null })
      return
    }
  }
  session.store.setState({ checking: { ...checking, step, progress: null } })
}

function outcomeWords({ findings }: CheckReport): string {
  return findings.length === 0
    ? t('commands:checking.sound')
    : t('commands:checking.found', { count: findings.length })
}

const ofSpans: ReadonlySet<Finding['part']> = new Set(['annotation', 'suggestion'])

/** What is safe and what to do, by what was found. */
export function adviceOf(findings: readonly Finding[]): string {
  if (findings.length === 0) {
    return t('commands:checking.advice.sound')
  }
  return findings.every(({ part }) => ofSpans.has(part))
    ? t('commands:checking.advice.unplaced')
    : t('commands:checking.advice.damaged')
}
