import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { changesOf, invertChanges, type Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { Commit, JournalSummary } from '../../shared/model/journal.ts'
import { extentOf } from '../../shared/text/span.ts'
import { applyToState } from '../store/apply-changes-to-state.ts'
import { annotatorOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { viewOf } from './covering.ts'
import { finishEdits } from './edits.ts'
import { openDocument } from './projects.ts'

/** Undoes the newest act: one that waits for the disk is taken back, any other is undone in the project file. */
export function undo(session: Session): void {
  finishEdits(session)
  if (takeBackUnsaved(session)) return
  send(session, 'undo')
}

export function redo(session: Session): void {
  finishEdits(session)
  send(session, 'redo')
}

function send(session: Session, kind: 'undo' | 'redo'): void {
  const { project } = session.store.getState()
  if (project === null || project.readOnly !== null) return
  session.outbox.push({
    kind,
    id: newId(),
    annotator: annotatorOf(session.store.getState()),
    done: (commit) => void showWhere(session, commit),
  })
}

/** Says what was undone or redone and brings it into view, in whichever document it is: nothing changes unseen. */
async function showWhere(session: Session, { entry }: Commit): Promise<void> {
  const told = entry.kind === 'undo' ? 'undone' : 'redone'
  session.announce(t(`commands:history.${told}`, { act: entry.summary }))
  const [change] = changesOf(entry.changes, 'annotation')
  const annotation = change?.after ?? change?.before ?? relatedHere(session, entry.changes)
  const documentId = annotation?.documentId ?? changedDocument(session, entry.changes)
  const state = session.store.getState()
  // Nor does the article become another one behind what covers it.
  const shown = viewOf(state) === 'desk' ? documentId : (state.document?.document.id ?? documentId)
  if (shown !== null) await showDocument(session, shown)
  const shownId = session.store.getState().document?.document.id
  if (annotation === null || annotation.documentId !== shownId) return
  if (change?.after !== null) session.store.setState({ currentId: annotation.id })
  session.article()?.reveal(extentOf(annotation.spans))
}

/** Opens a document that is not open yet. In the place of one that is gone, the first of those that are left is shown. */
async function showDocument(session: Session, id: string): Promise<void> {
  const { project, document } = session.store.getState()
  const documents = project?.documents ?? []
  const isThere = documents.some((summary) => summary.document.id === id)
  const shown = isThere ? id : (document?.document.id ?? documents[0]?.document.id)
  if (shown !== undefined && shown !== document?.document.id) await openDocument(session, shown)
}

/** Of several the open one stays, where there still is one. */
function changedDocument(session: Session, changes: readonly Change[]): string | null {
  const [change, ...others] = changesOf(changes, 'document')
  const openId = session.store.getState().document?.document.id
  if (others.length > 0 && openId !== undefined) return openId
  return (change?.after ?? change?.before)?.id ?? null
}

/** Where relations alone changed: an annotation of the open document that they join. */
function relatedHere(session: Session, changes: readonly Change[]): Annotation | null {
  const annotations = session.store.getState().document?.annotations ?? []
  const ends = changesOf(changes, 'relation').flatMap(({ before, after }) => {
    const relation = after ?? before
    return annotations.filter(({ id }) => id === relation?.from || id === relation?.to)
  })
  return ends[0] ?? null
}

/** Takes a waiting act off the screen again; it never reached the file. */
function takeBackUnsaved(session: Session): boolean {
  const draft = session.outbox.takeBack()
  if (draft === null) return false
  const inverse = invertChanges(draft.changes)
  session.store.setState((state) => applyToState(state, inverse))
  return true
}

/** Makes everything as it was right after an entry of the journal, as one act that can be undone. */
export async function goBack(session: Session, seq: number, summary: string): Promise<void> {
  finishEdits(session)
  const went = await session.act((act) => session.ask('journal.goBack', { ...act, seq }))
  if (went) session.tell('done', t('commands:history.wentBack', { act: summary }))
}

/** Entries that one call gives at most. */
const page = 200

/** The newest `count` entries of the journal, newest first, in as many calls as that takes; `null` where one failed. */
export async function listHistory(
  session: Session,
  count: number,
): Promise<readonly JournalSummary[] | null> {
  const listed: JournalSummary[] = []
  while (listed.length < count) {
    const limit = Math.min(page, count - listed.length)
    const more = await session.ask('journal.list', { before: listed.at(-1)?.seq ?? null, limit })
    if (more === null) return null
    listed.push(...more)
    if (more.length < limit) break
  }
  return listed
}
