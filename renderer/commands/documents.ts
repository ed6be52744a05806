import type { Document } from '../../shared/model/document.ts'
import { timeNow } from '../../shared/model/id.ts'
import { documentsOf, listedDocuments } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import {
  withDocument,
  withEditableDocuments,
  withEditableProject,
  withProject,
  type Command,
} from './command.ts'
import { openDialog } from './dialogs.ts'
import { aimAtDocuments } from './document-edits.ts'
import { focusWithin } from './focusing.ts'
import { openDocument } from './projects.ts'
import { renameDocument } from './renaming.ts'

export const documentCommands: readonly Command[] = [
  {
    id: 'documentDetails',
    title: 'About this document…',
    words: 'details metadata source author date language provenance',
    group: 'document',
    keys: ['Alt+Enter'],
    scope: 'window',
    possible: withDocument,
    run: (session) => {
      openDialog(session, 'document')
    },
  },
  {
    id: 'documentTitle',
    title: 'Change the title…',
    words: 'rename document name',
    group: 'document',
    keys: ['F2'],
    scope: 'window',
    inTable: true,
    possible: withEditableProject,
    run: renameDocument,
  },
  {
    id: 'deleteDocument',
    title: 'Delete document…',
    words: 'remove article',
    group: 'document',
    keys: ['Alt+Delete'],
    scope: 'window',
    inTable: true,
    possible: withEditableDocuments,
    run: (session) => {
      aimAtDocuments(session, 'deleteDocument')
    },
  },
  {
    id: 'findDocument',
    title: 'Find a document…',
    words: 'search filter list status article',
    group: 'find',
    keys: ['Alt+Shift+KeyS'],
    scope: 'always',
    inTable: true,
    possible: ({ project }) => project !== null && project.documents.length > 0,
    run: () => {
      // The table stands behind the list that it covers.
      focusWithin([...document.querySelectorAll('.document-filters')].at(-1) ?? null)
    },
  },
  step('nextDocument', 'Next document', [']'], 1),
  step('previousDocument', 'Previous document', ['['], -1),
]

function step(id: string, title: string, keys: readonly string[], by: 1 | -1): Command {
  return {
    id,
    title,
    group: 'goTo',
    keys,
    scope: 'article',
    possible: withProject,
    run: (session) => void stepDocument(session, by),
  }
}

/** The next document that the list shows, or the one before. */
async function stepDocument(session: Session, by: 1 | -1): Promise<void> {
  const state = session.store.getState()
  const documents = listedDocuments(state)
  const here = documents.findIndex(({ id }) => id === state.document?.document.id)
  const next = documents[here === -1 ? 0 : here + by]
  if (next === undefined) {
    session.announce(by === 1 ? 'This is the last document.' : 'This is the first document.')
    return
  }
  await openDocument(session, next.id)
  session.announce(next.title)
}

/** What of a document can be set right after it was imported. Its text and where it came from stay as they are. */
export type DocumentDetails = Pick<
  Document,
  'title' | 'source' | 'author' | 'date' | 'url' | 'language' | 'assignee' | 'tags'
>

/** Changes what the project says of the open document. */
export function changeDocument(
  session: Session,
  summary: string,
  change: Partial<DocumentDetails>,
): void {
  const before = session.store.getState().document?.document
  if (before === undefined) return
  const after = { ...before, ...change }
  if (JSON.stringify(after) === JSON.stringify(before)) return
  session.record(summary, [
    { entity: 'document', before, after: { ...after, updatedAt: timeNow() } },
  ])
}

/** Takes the open document out of the project with everything in it, and opens the one after it. */
export async function removeDocument(session: Session, { id, title }: Document): Promise<void> {
  const documents = documentsOf(session.store.getState())
  const place = documents.findIndex((document) => document.id === id)
  const neighbour = documents[place + 1] ?? documents[place - 1]
  const done = await session.act((act) =>
    session.ask('documents.remove', { ...act, documents: [id] }),
  )
  if (!done) return
  session.tell('done', `“${title}” was deleted. Undo brings it back.`)
  if (neighbour !== undefined) await openDocument(session, neighbour.id)
}
