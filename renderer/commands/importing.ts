import { t } from '../../shared/language/translate.ts'
import { newId } from '../../shared/model/id.ts'
import { success } from '../../shared/result.ts'
import { isUnderWay } from '../store/jobs.ts'
import type { Session } from '../store/session.ts'
import { gatherSources, type PendingSource } from './import-sources.ts'
import { droppedFiles } from './importing-drop.ts'
import { nothingRead } from './importing-report.ts'
import { fail, finishImport, goOn, isWanted, planImport } from './importing-steps.ts'
import { isHidden, pendingFile, pendingPlace } from './pending-file.ts'

/** Files that were picked in the browser, or a folder of them. */
export async function importFiles(session: Session, files: readonly File[]): Promise<void> {
  const chosen = files.filter(({ webkitRelativePath }) => !isHidden(webkitRelativePath))
  await run(session, Promise.resolve(chosen.map((file) => pendingFile(file))))
}

/** Files and folders that were dropped on the window. */
export async function importDropped(session: Session, items: DataTransferItemList): Promise<void> {
  await run(session, droppedFiles(items))
}

/** Without a title the document is named after its first line. */
export async function importText(
  session: Session,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<void> {
  const name = title.trim() || t('commands:importing.pasted')
  const read = async () => success({ kind: 'paste', title, text } as const)
  await run(session, Promise.resolve([{ name, bytes: 0, read }]))
}

/** Imports files, or a folder with everything in it, by the dialog of the desktop. */
export async function chooseImports(
  session: Session,
  purpose: 'import' | 'importFolder',
): Promise<void> {
  const places = await session.ask('places.choose', { purpose, suggestedName: '' })
  if (places !== null) await run(session, Promise.resolve(places.map(pendingPlace)))
}

async function run(session: Session, listing: Promise<readonly PendingSource[]>): Promise<void> {
  const { importing, project } = session.store.getState()
  if (project === null) return
  if (importing !== null && isUnderWay(importing)) {
    session.tell(
      'failure',
      t('commands:importing.underWay'),
      t('commands:importing.underWayRemedy'),
    )
    return
  }
  const job = newId()
  session.store.setState({
    importing: {
      job,
      step: { kind: 'gathering', done: 0, total: 0 },
      progress: null,
      unread: [],
      isAside: false,
    },
  })
  const pending = await listing
  if (pending.length === 0) {
    session.store.setState({ importing: null })
    session.announce(t('commands:importing.nothing'))
    return
  }
  await gather(session, job, pending)
}

async function gather(
  session: Session,
  job: string,
  pending: readonly PendingSource[],
): Promise<void> {
  const total = pending.length
  goOn(session, job, { kind: 'gathering', done: 0, total })
  const { sent, unread, failure } = await gatherSources(pending, {
    send: (sources) => session.bridge.call('import.gather', { job, sources: [...sources] }),
    isWanted: () => isWanted(session, job),
    progress: (done) => {
      goOn(session, job, { kind: 'gathering', done, total })
    },
  })
  const { importing } = session.store.getState()
  if (importing?.job !== job) {
    // Only now: a call that arrives after the cancelling would begin the import anew.
    await session.bridge.call('import.cancel', { job })
    return
  }
  session.store.setState({ importing: { ...importing, unread } })
  if (failure !== null) {
    await session.bridge.call('import.cancel', { job })
    fail(session, job, failure)
  } else if (sent === 0) await finishImport(session, job, nothingRead)
  else await planImport(session, job)
}
