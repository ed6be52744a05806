import type { Place, Refusal } from '../../shared/contract.ts'
import { success } from '../../shared/result.ts'
import { annotatorOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { countOf } from './amounts.ts'
import { importSources, type PendingSource } from './import-sources.ts'
import { pendingFile } from './pending-file.ts'
import { openDocument } from './projects.ts'

/** Files that were dropped, or picked in the browser. */
export async function importFiles(session: Session, files: readonly File[]): Promise<void> {
  await run(session, files.map(pendingFile))
}

async function importPlaces(session: Session, places: readonly Place[]): Promise<void> {
  const pending = places.map(({ ticket, name }) => ({
    name,
    bytes: 0,
    read: async () => success({ kind: 'place', ticket } as const),
  }))
  await run(session, pending)
}

/** Without a title the document is named after its first line. */
export async function importText(
  session: Session,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<void> {
  const name = title.trim() || 'Pasted text'
  const read = async () => success({ kind: 'paste', title, text } as const)
  await run(session, [{ name, bytes: 0, read }])
}

/** Imports files by the dialog of the desktop. */
export async function chooseImports(session: Session): Promise<void> {
  const places = await session.ask('places.choose', { purpose: 'import', suggestedName: '' })
  if (places !== null) await importPlaces(session, places)
}

async function run(session: Session, pending: readonly PendingSource[]): Promise<void> {
  const { importing, project } = session.store.getState()
  if (pending.length === 0) return
  if (importing !== null) {
    session.tell(
      'failure',
      'Another import is still running, so nothing was added.',
      'Add these again when it is done.',
    )
    return
  }
  const total = pending.length
  const projectId = project?.project.id
  showProgress(session, 0, total)
  try {
    const { documents, refused } = await importSources(pending, {
      send: async (sources) => {
        const annotator = annotatorOf(session.store.getState())
        const answer = await session.bridge.call('documents.import', {
          annotator,
          sources: [...sources],
        })
        if (answer.ok && answer.value.commit !== null) session.receive(answer.value.commit)
        return answer
      },
      obstacle: () => (isOpen(session, projectId) ? null : projectClosed),
      progress: (done) => {
        showProgress(session, done, total)
      },
    })
    const [first] = documents
    if (first !== undefined) session.tell('done', `${countOf(documents.length, 'document')} added.`)
    showRefusals(session, refused, projectId)
    const nothingOpen = session.store.getState().document === null
    if (first !== undefined && nothingOpen && isOpen(session, projectId)) {
      await openDocument(session, first.id)
    }
  } finally {
    session.store.setState({ importing: null, busy: null })
  }
}

const projectClosed = {
  code: 'noProject',
  message: 'The project was closed during the import.',
  remedy: 'What was added before stays in it. Open it and import the rest again.',
} as const

function isOpen(session: Session, projectId: string | undefined): boolean {
  return session.store.getState().project?.project.id === projectId
}

function showProgress(session: Session, done: number, total: number): void {
  // The one being worked on, as people count.
  const current = Math.min(done + 1, total)
  const busy = `Importing ${current.toLocaleString('en')} of ${total.toLocaleString('en')}`
  session.store.setState({ importing: { done, total }, busy })
}

/** Refusals stay on screen in the dialog, which closes when there are none; it takes no other dialog's place. */
function showRefusals(
  session: Session,
  refusals: readonly Refusal[],
  projectId: string | undefined,
): void {
  const { dialog } = session.store.getState()
  if (refusals.length === 0) {
    session.store.setState({ refusals, dialog: dialog === 'import' ? null : dialog })
  } else if (isOpen(session, projectId) && (dialog === null || dialog === 'import')) {
    session.store.setState({ refusals, dialog: 'import' })
  } else {
    const [first] = refusals
    session.tell(
      'failure',
      `${countOf(refusals.length, 'source')} could not be imported. ${first?.failure.message ?? ''}`,
      first?.failure.remedy,
    )
  }
}
