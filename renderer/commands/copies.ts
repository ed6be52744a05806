import type { Carrying } from '../../shared/contract.ts'
import { formatAll } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { changesOfCarrying } from '../../shared/model/carrying.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import { isUnderWay, type CopiesStep } from '../store/jobs.ts'
import type { Session } from '../store/session.ts'
import { withProject, type Command } from './command.ts'
import { uncover } from './covering.ts'
import { openDialog } from './dialogs.ts'
import { openDocument } from './projects.ts'

/** Finding the copies of articles, and carrying annotations over to them. */
export function copiesCommands(): readonly Command[] {
  return [
    {
      id: 'findCopies',
      title: t('commands:copies.find.title'),
      words: t('commands:copies.find.words'),
      group: 'find',
      keys: ['Alt+Shift+KeyW'],
      scope: 'always',
      possible: withProject,
      run: (session) => void findCopies(session),
    },
  ]
}

/** Looks for documents that carry the same article, as they are saved. Nothing is changed. */
export async function findCopies(session: Session): Promise<void> {
  const { copying } = session.store.getState()
  const isNew = copying === null || !isUnderWay(copying)
  const job = newId()
  if (isNew) {
    session.store.setState({
      copying: { job, step: { kind: 'running' }, progress: null, isAside: false, shown: null },
    })
  }
  openDialog(session, 'copies')
  if (!isNew) return
  // The file says which documents have most annotations.
  await session.outbox.flush()
  const found = await session.bridge.call('copies.find', { job })
  show(
    session,
    job,
    found.ok ? { kind: 'done', found: found.value } : { kind: 'failed', failure: found.failure },
  )
}

/** Stops the search; there is nothing to take back. */
export function cancelCopies(session: Session): void {
  const { copying } = session.store.getState()
  if (copying === null) return
  session.store.setState({ copying: null, dialog: null })
  session.announce(t('commands:copies.cancelled'))
  void session.bridge.call('copies.cancel', { job: copying.job })
}

/** Puts the dialog away; a search that is under way goes on. */
export function leaveCopies(session: Session): void {
  session.store.setState(({ copying }) => ({
    dialog: null,
    copying: copying === null || !isUnderWay(copying) ? null : { ...copying, isAside: true },
  }))
}

/** Shows the copies of one document, or all that were found where `documentId` is `null`. */
export function showCopiesOf(session: Session, documentId: string | null): void {
  session.store.setState(({ copying }) =>
    copying === null ? {} : { copying: { ...copying, shown: documentId } },
  )
}

/** Opens a copy to read; what was found stays where it can be come back to. */
export async function openCopy(session: Session, documentId: string): Promise<void> {
  session.store.setState({ dialog: null })
  await openDocument(session, documentId)
  uncover(session)
  session.article()?.focus()
}

/** Adds what was carried over and is ticked, all of it as one act. */
export function carryOver(
  session: Session,
  carryings: readonly Carrying[],
  ticked: ReadonlySet<string>,
): void {
  const parts = carryings
    .map(({ added, relations }): readonly Change[] =>
      changesOfCarrying({ added: added.map(({ annotation }) => annotation), relations }, ({ id }) =>
        ticked.has(id),
      ),
    )
    .filter((changes) => changes.length > 0)
  const changes = parts.flat()
  const annotations = changes.filter(({ entity }) => entity === 'annotation').length
  const relations = changes.length - annotations
  const what = formatAll([
    ...(annotations === 0 ? [] : [t('common:amounts.annotation', { count: annotations })]),
    ...(relations === 0 ? [] : [t('common:amounts.relation', { count: relations })]),
  ])
  const count = parts.length
  if (!session.record(t('commands:copies.carry', { what, count }), changes)) return
  session.store.setState({ dialog: null })
  showCopiesOf(session, null)
  session.tell('done', t('commands:copies.carried', { what, count }))
}

/** Where somebody works on meanwhile, a notice says what came of it. */
function show(session: Session, job: string, step: CopiesStep): void {
  const { dialog, copying } = session.store.getState()
  if (copying?.job !== job) return
  const isSeen = dialog === 'copies'
  if (!isSeen && step.kind === 'failed') {
    session.store.setState({ copying: null })
    session.tellFailure(step.failure)
    return
  }
  if (!isSeen && step.kind === 'done') {
    const { length } = step.found.found
    session.tell(
      'done',
      length === 0 ? t('commands:copies.none') : t('commands:copies.found', { count: length }),
    )
    if (length === 0) {
      session.store.setState({ copying: null })
      return
    }
  }
  session.store.setState({ copying: { ...copying, step, progress: null } })
}
