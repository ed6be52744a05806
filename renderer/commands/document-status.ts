import { missingIn } from '../../shared/model/completeness.ts'
import { documentStatuses, type DocumentStatus } from '../../shared/model/document.ts'
import { timeNow } from '../../shared/model/id.ts'
import { documentsOf, labelOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { countOf } from './amounts.ts'
import { withEditableDocument, withProject, type Command } from './command.ts'
import { openDocument } from './projects.ts'

/** What each status is called. */
export const statusNames: Readonly<Record<DocumentStatus, string>> = {
  todo: 'To do',
  inProgress: 'In progress',
  done: 'Done',
  setAside: 'Set aside',
}

/** How far the work on a document is: said by whoever does it, and by nobody else. */
export const statusCommands: readonly Command[] = [
  {
    id: 'markDone',
    title: 'Mark done and open the next to do',
    group: 'Document',
    keys: ['$mod+Enter'],
    scope: 'window',
    possible: withEditableDocument,
    run: (session) => {
      setStatus(session, 'done')
      void openNextUnfinished(session)
    },
  },
  ...documentStatuses.map((status, index): Command => ({
    id: `status-${status}`,
    title: `Mark document: ${statusNames[status]}`,
    group: 'Document',
    keys: [`Alt+Shift+Digit${index + 1}`],
    scope: 'window',
    possible: withEditableDocument,
    run: (session) => {
      setStatus(session, status)
    },
  })),
  {
    id: 'nextUnfinished',
    title: 'Next document to do',
    group: 'Go to',
    keys: ['Alt+BracketRight'],
    scope: 'window',
    possible: withProject,
    run: (session) => void openNextUnfinished(session),
  },
]

/** Says how far the work on the open document is. What still lacks something in a document that is done is told. */
export function setStatus(session: Session, status: DocumentStatus): void {
  const before = session.store.getState().document?.document
  if (before === undefined || before.status === status) return
  const after = { ...before, status, updatedAt: timeNow() }
  const summary = `Mark “${before.title}” as ${statusNames[status].toLowerCase()}`
  if (!session.record(summary, [{ entity: 'document', before, after }])) return
  session.announce(`${before.title}: ${statusNames[status]}.`)
  if (status === 'done') tellWhatIsOpen(session, before.title)
}

function tellWhatIsOpen(session: Session, title: string): void {
  const state = session.store.getState()
  const incomplete = incompleteIn(state)
  const waiting = state.document?.suggestions.length ?? 0
  const open = [
    ...(incomplete === 0
      ? []
      : [`${countOf(incomplete, 'annotation')} without something required`]),
    ...(waiting === 0 ? [] : [`${waiting.toLocaleString('en')} to review`]),
  ]
  if (open.length > 0) session.tell('done', `“${title}” is done, with ${open.join(' and ')}.`)
}

function incompleteIn(state: WorkbenchState): number {
  const annotations = state.document?.annotations ?? []
  return annotations.filter(
    (annotation) => missingIn(annotation, labelOf(state, annotation.label)).length > 0,
  ).length
}

/** The next document after the open one, and then from the first on, that is neither done nor set aside. */
async function openNextUnfinished(session: Session): Promise<void> {
  const state = session.store.getState()
  const documents = documentsOf(state)
  const here = documents.findIndex(({ id }) => id === state.document?.document.id)
  const next = [...documents.slice(here + 1), ...documents.slice(0, Math.max(here, 0))].find(
    ({ status }) => status === 'todo' || status === 'inProgress',
  )
  if (next === undefined) {
    session.tell('done', 'No other document is left to do.')
    return
  }
  await openDocument(session, next.id)
  session.announce(next.title)
}
