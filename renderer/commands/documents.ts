import { t } from '../../shared/language/translate.ts'
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

export function documentCommands(): readonly Command[] {
  return [
    {
      id: 'documentDetails',
      views: ['desk'],
      title: t('commands:documents.details.title'),
      words: t('commands:documents.details.words'),
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
      title: t('commands:documents.title.title'),
      words: t('commands:documents.title.words'),
      group: 'document',
      keys: ['F2'],
      scope: 'window',
      possible: withEditableProject,
      run: renameDocument,
    },
    {
      id: 'deleteDocument',
      title: t('commands:documents.delete.title'),
      words: t('commands:documents.delete.words'),
      group: 'document',
      keys: ['Alt+Delete'],
      scope: 'window',
      possible: withEditableDocuments,
      run: (session) => {
        aimAtDocuments(session, 'deleteDocument')
      },
    },
    {
      id: 'findDocument',
      title: t('commands:documents.find.title'),
      words: t('commands:documents.find.words'),
      group: 'find',
      keys: ['Alt+Shift+KeyS'],
      scope: 'always',
      views: ['desk', 'table'],
      possible: ({ project }) => project !== null && project.documents.length > 0,
      run: () => {
        // The table stands behind the list that it covers.
        focusWithin([...document.querySelectorAll('.document-filters')].at(-1) ?? null)
      },
    },
    step('nextDocument', t('commands:documents.next'), [']'], 1),
    step('previousDocument', t('commands:documents.previous'), ['['], -1),
  ]
}

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
    session.announce(by === 1 ? t('commands:documents.last') : t('commands:documents.first'))
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
  session.tell('done', t('commands:documents.deleted', { title }))
  if (neighbour !== undefined) await openDocument(session, neighbour.id)
}
