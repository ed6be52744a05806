import type { ImportResult, TableColumns } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Failure } from '../../shared/result.ts'
import type { ImportState, ImportStep } from '../store/jobs.ts'
import { annotatorOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { addedWords, isWorthSaying, withUnread } from './importing-report.ts'
import { openDocument } from './projects.ts'

/** Finds out what was gathered, and goes on to reading unless the columns of a table have to be asked for first. */
export async function planImport(session: Session, job: string): Promise<void> {
  goOn(session, job, { kind: 'planning' })
  const { importFormat: format } = session.store.getState()
  const annotator = annotatorOf(session.store.getState())
  const planned = await session.bridge.call('import.plan', { job, format, annotator })
  if (!isWanted(session, job)) return
  if (!planned.ok) return fail(session, job, planned.failure)
  const tables = planned.value.tables.filter(({ sure }) => !sure)
  if (tables.length > 0) ask(session, job, { kind: 'columns', tables })
  else await readImport(session, job, {})
}

/** Reads everything, and goes on to storing unless somebody has to say what foreign labels become. `columns` by path. */
export async function readImport(
  session: Session,
  job: string,
  columns: Readonly<Record<string, TableColumns>>,
): Promise<void> {
  goOn(session, job, { kind: 'reading' })
  const found = await session.bridge.call('import.read', { job, columns })
  if (!isWanted(session, job)) return
  if (!found.ok) return fail(session, job, found.failure)
  const isNew = found.value.labels.some(({ label }) => label === null)
  if (isNew) ask(session, job, { kind: 'labels', found: found.value })
  else await storeImport(session, job, {})
}

/** Puts what was read into the project. `map` gives ids of labels for names that the files have. */
export async function storeImport(
  session: Session,
  job: string,
  map: Readonly<Record<string, string>>,
): Promise<void> {
  goOn(session, job, { kind: 'storing' })
  const stored = await session.bridge.call('import.store', { job, map })
  if (!isWanted(session, job)) return
  if (stored.ok) await finishImport(session, job, stored.value)
  else if (stored.failure.code === 'cancelled') endCancelled(session)
  else fail(session, job, stored.failure)
}

/** Shows what an import came to: in a word where everything went well, and else in a report that stays. */
export async function finishImport(
  session: Session,
  job: string,
  result: ImportResult,
): Promise<void> {
  const { importing, document } = session.store.getState()
  const report = withUnread(result.report, importing?.unread ?? [])
  const complete = { ...result, report }
  const added = addedWords(report)
  if (isWorthSaying(complete)) {
    const shown = ask(session, job, { kind: 'done', result: complete })
    if (!shown) {
      session.tell(
        'done',
        added === null
          ? t('commands:importingSteps.doneNothing')
          : t('commands:importingSteps.doneAdded', { added }),
      )
    }
  } else {
    end(session)
    session.tell('done', added ?? t('commands:importingSteps.nothingToAdd'))
  }
  if (result.firstDocumentId !== null && document === null) {
    await openDocument(session, result.firstDocumentId)
  }
}

/** Ends an import that failed: its reason is shown where the import was begun, or as a notice. */
export function fail(session: Session, job: string, failure: Failure): void {
  const { dialog } = session.store.getState()
  if (dialog === 'import') goOn(session, job, { kind: 'failed', failure })
  else {
    end(session)
    session.tellFailure(failure)
  }
}

/** Gives an import up. What was gathered and read of it is forgotten; the project is as it was. */
export function cancelImport(session: Session): void {
  const { importing } = session.store.getState()
  if (importing === null) return
  if (importing.step.kind === 'storing') {
    // It may be stored by now: the answer to that says what it came to.
    void session.bridge.call('import.cancel', { job: importing.job })
    return
  }
  endCancelled(session)
  // While sources are on their way, whoever sends them stops and then cancels.
  if (importing.step.kind !== 'gathering') {
    void session.bridge.call('import.cancel', { job: importing.job })
  }
}

function endCancelled(session: Session): void {
  end(session)
  session.announce(t('commands:importingSteps.cancelled'))
}

/** Puts the dialog away. What goes on goes on, and what waits is kept; the way back is beside the save status. */
export function leaveImport(session: Session): void {
  session.store.setState(({ importing }) => ({
    dialog: null,
    importFormat: 'auto',
    importing:
      importing === null || importing.step.kind === 'failed' || importing.step.kind === 'done'
        ? null
        : { ...importing, isAside: true },
  }))
}

/** Whether an import is still the one under way: nobody has cancelled it, or closed the project. */
export function isWanted(session: Session, job: string): boolean {
  return session.store.getState().importing?.job === job
}

/** The next step, where no answer is needed. */
export function goOn(session: Session, job: string, step: ImportStep): void {
  change(session, job, (importing) => ({ ...importing, step, progress: null }))
}

/** A step that is to be seen. Its dialog opens unless somebody works on meanwhile; false where it has not. */
function ask(session: Session, job: string, step: ImportStep): boolean {
  goOn(session, job, step)
  const { dialog, importing } = session.store.getState()
  if (dialog === 'import') return true
  if (dialog !== null || importing?.isAside !== false) {
    if (step.kind !== 'done') session.tell('done', t('commands:importingSteps.question'))
    return false
  }
  session.store.setState({ dialog: 'import' })
  return true
}

function change(session: Session, job: string, by: (now: ImportState) => ImportState): void {
  session.store.setState(({ importing }) =>
    importing?.job === job ? { importing: by(importing) } : {},
  )
}

function end(session: Session): void {
  session.store.setState(({ dialog }) => ({
    importing: null,
    importFormat: 'auto',
    dialog: dialog === 'import' ? null : dialog,
  }))
}
