import type { CallValue, ExportFormatInfo } from '../../shared/contract.ts'
import type { Report, ReportEntry } from '../../shared/exchange/report.ts'
import { t } from '../../shared/language/translate.ts'
import { newId } from '../../shared/model/id.ts'
import { failure, success, type Failure, type Result } from '../../shared/result.ts'
import { isUnderWay, type ExportChoice, type ExportStep } from '../store/jobs.ts'
import { labelOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { sizeOf } from './amounts.ts'
import { uncover } from './covering.ts'
import { finishEdits } from './edits.ts'
import { openDocument } from './projects.ts'
import { visitAnnotation } from './visiting.ts'

/**
 * Writes the open project as a dataset, with everything that is on screen: to a place chosen in the dialog of the
 * desktop, or as a download in the browser. Where the format could not hold everything, a report says what.
 */
export async function exportProject(
  session: Session,
  format: ExportFormatInfo,
  choice: Pick<ExportChoice, 'options' | 'scope'>,
): Promise<void> {
  const { exporting } = session.store.getState()
  if (exporting !== null && isUnderWay(exporting)) return
  const job = newId()
  // A label may be gone since it was chosen; then the dialog shows that all are written.
  const labels = choice.scope.labels.filter((id) => labelOf(session.store.getState(), id))
  const { options } = choice
  const scope = { ...choice.scope, labels }
  session.store.setState({
    exportChoice: { format: format.id, options, scope },
    exporting: { job, format, step: { kind: 'running' }, progress: null, isAside: false },
  })
  const exported = await write(session, job, { format, options, scope })
  if (session.store.getState().exporting?.job !== job) return
  if (!exported.ok) fail(session, job, exported.failure)
  else if (exported.value === null) session.store.setState({ exporting: null })
  else finish(session, job, exported.value)
}

/** Stops an export; the file that was begun is removed. */
export function cancelExport(session: Session): void {
  const { exporting } = session.store.getState()
  if (exporting === null) return
  session.store.setState({ exporting: null })
  session.announce(t('commands:exporting.cancelled'))
  void session.bridge.call('export.cancel', { job: exporting.job })
}

/** Puts the dialog away; an export that is under way goes on. */
export function leaveExport(session: Session): void {
  session.store.setState(({ exporting }) => ({
    dialog: null,
    exporting:
      exporting === null || !isUnderWay(exporting) ? null : { ...exporting, isAside: true },
  }))
}

/** Goes to an annotation or document that a report names; the report stays where it can be come back to. */
export async function visitReported(
  session: Session,
  { id }: Pick<ReportEntry, 'id'>,
): Promise<void> {
  if (id === null) return
  session.store.setState({ dialog: null })
  const { project } = session.store.getState()
  if (project?.documents.some(({ document }) => document.id === id) === true) {
    await openDocument(session, id)
    uncover(session)
    session.article()?.focus()
    return
  }
  const located = await session.ask('annotations.locate', { id })
  if (located === null) return
  const { documentId } = located
  if (documentId === null) session.announce(t('commands:visiting.gone'))
  else await visitAnnotation(session, { id, documentId })
}

/** `null` where the dialog for the place was dismissed. */
async function write(
  session: Session,
  job: string,
  { format, options, scope }: Omit<ExportChoice, 'format'> & { readonly format: ExportFormatInfo },
): Promise<Result<CallValue<'export.run'> | null>> {
  finishEdits(session)
  const unsaved = await session.outbox.flush()
  if (unsaved > 0) {
    return failure(
      'storage',
      t('commands:exporting.unsaved', { count: unsaved }),
      t('commands:exporting.unsavedRemedy'),
    )
  }
  const ticket = await chooseTarget(session, format)
  if (!ticket.ok) return ticket
  if (ticket.value === undefined) return success(null)
  return session.bridge.call('export.run', {
    job,
    format: format.id,
    options,
    scope,
    ticket: ticket.value,
  })
}

/** The ticket of the file or folder to write, `null` for a download, `undefined` where the dialog was dismissed. */
async function chooseTarget(
  session: Session,
  { id, extension }: ExportFormatInfo,
): Promise<Result<string | null | undefined>> {
  const state = session.store.getState()
  if (state.info?.shell === 'browser') return success(null)
  const stem = fileStem(state)
  const places = await session.bridge.call('places.choose', {
    purpose: extension === null ? 'exportFolder' : 'export',
    suggestedName: extension === null ? `${stem}-${id}` : `${stem}${extension}`,
  })
  return places.ok ? success(places.value[0]?.ticket) : places
}

/** What files that are made of the open project are named after. */
export function fileStem({ project }: WorkbenchState): string {
  return project?.fileName.replace(/\.verbatim$/i, '') ?? t('commands:exporting.untitled')
}

function finish(session: Session, job: string, written: CallValue<'export.run'>): void {
  const { download, fileName, report } = written
  if (download !== null) startDownload(download, fileName)
  const { dialog, exporting } = session.store.getState()
  const told = describe(written)
  if (!hasLosses(report)) {
    session.store.setState({ exporting: null, dialog: dialog === 'export' ? null : dialog })
    session.tell('done', told)
    return
  }
  show(session, job, { kind: 'done', fileName, report })
  if (dialog === null && exporting?.isAside === false) session.store.setState({ dialog: 'export' })
  else if (dialog !== 'export') {
    session.tell('done', t('commands:exporting.doneWithLosses', { done: told }))
  }
}

function fail(session: Session, job: string, reason: Failure): void {
  if (session.store.getState().dialog === 'export') {
    show(session, job, { kind: 'failed', failure: reason })
  } else {
    session.store.setState({ exporting: null })
    session.tellFailure(reason)
  }
}

function show(session: Session, job: string, step: ExportStep): void {
  session.store.setState(({ exporting }) =>
    exporting?.job === job ? { exporting: { ...exporting, step, progress: null } } : {},
  )
}

/** Whether something of the project is not in the files, or not as it was. */
function hasLosses({ entries, losses }: Report): boolean {
  return entries.length > 0 || losses.some(({ count }) => count > 0)
}

/** Has the browser save a file that waits below the page's own origin. */
export function startDownload(path: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = path
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

function describe({ documents, annotations, fileName, bytes }: CallValue<'export.run'>): string {
  return t('commands:exporting.done', {
    count: documents,
    annotations: t('common:amounts.annotation', { count: annotations }),
    fileName,
    size: sizeOf(bytes),
  })
}
