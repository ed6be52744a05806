import type { OpenDocument, ProjectState } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { DocumentView } from '../../shared/model/view.ts'
import { placeOfDropped } from '../bridge/bridge.ts'
import { initialFind } from '../find/find-state.ts'
import { plainDocumentListView } from '../store/document-list-view.ts'
import { plainListView } from '../store/list-view.ts'
import { withUnsaved } from '../store/reload.ts'
import type { Session } from '../store/session.ts'
import { focusView, uncover } from './covering.ts'
import { finishDocument } from './edits.ts'
import { speakPreferred } from './language.ts'

/** First things a page does: who serves it, and whether a project is open already. */
export async function start(session: Session): Promise<void> {
  const preferences = await session.ask('preferences.get', {})
  const info = await session.ask('app.info', {})
  await speakPreferred(session, info, preferences)
  session.store.setState({ info, preferences })
  const project = await session.ask('project.current', {})
  if (project === null) await listRecent(session)
  else await show(session, project)
}

async function listRecent(session: Session): Promise<void> {
  const recent = await session.ask('recent.list', {})
  session.store.setState({ recent: recent ?? [] })
}

export async function forgetRecent(session: Session, ticket: string): Promise<void> {
  await session.ask('recent.forget', { ticket })
  await listRecent(session)
}

export async function openPlace(
  session: Session,
  call: 'project.open' | 'project.create',
  ticket: string,
): Promise<void> {
  await busyWith(session, t('commands:projects.opening'), async () => {
    const project = await session.ask(call, { ticket })
    if (project !== null) await show(session, project)
  })
}

export async function openSample(session: Session): Promise<void> {
  await busyWith(session, t('commands:projects.openingSample'), async () => {
    const project = await session.ask('project.openSample', {})
    if (project !== null) await show(session, project)
  })
}

/** Copies a backup to a new file and opens that. */
export async function restoreBackup(
  session: Session,
  backup: string,
  ticket: string,
): Promise<void> {
  await busyWith(session, t('commands:projects.restoring'), async () => {
    const project = await session.ask('backups.restore', { backup, ticket })
    if (project === null) return
    await show(session, project)
    session.tell('done', t('commands:projects.restored', { fileName: project.fileName }))
  })
}

/** Opens by the dialog of the desktop, or shows the chooser of the page. */
export async function chooseProject(
  session: Session,
  dialog: 'newProject' | 'openProject',
): Promise<void> {
  if (session.store.getState().info?.shell === 'browser') {
    session.store.setState({ dialog })
    return
  }
  const suggestedName =
    dialog === 'newProject' ? `${t('commands:exporting.untitled')}.verbatim` : ''
  const places = await session.ask('places.choose', { purpose: dialog, suggestedName })
  const place = places?.[0]
  if (place === undefined) return
  await openPlace(
    session,
    dialog === 'newProject' ? 'project.create' : 'project.open',
    place.ticket,
  )
}

/** Opens a project file that was dropped on the window, there or in another one (desktop). */
export async function openDropped(session: Session, file: File): Promise<void> {
  const place = await placeOfDropped(file)
  if (place !== null) {
    await session.ask('window.openProject', { ticket: place.ticket })
    return
  }
  session.tell(
    'failure',
    t('commands:projects.notOnDisk', { name: file.name }),
    t('commands:projects.notOnDiskRemedy'),
  )
}

/** Goes on with a project that was only read, because another window or program had it, once that lets it go. */
export async function openForChanges(session: Session): Promise<void> {
  const project = await session.ask('project.openForChanges', {})
  if (project === null) return
  // Where this page is the only one, the event may come later than the answer.
  session.store.setState({ project })
  session.announce(t('commands:projects.openForChanges'))
  focusView(session)
}

export async function closeProject(session: Session): Promise<void> {
  finishDocument(session)
  const unsaved = await session.outbox.flush()
  if (unsaved > 0) {
    session.tell('failure', t('commands:projects.unsaved'), t('commands:projects.unsavedRemedy'))
    return
  }
  await session.ask('project.close', {})
  session.store.setState({ project: null, document: null, selection: null, currentId: null })
  await listRecent(session)
}

export async function openDocument(session: Session, id: string): Promise<void> {
  finishDocument(session)
  const document = await session.ask('documents.open', { id })
  if (document !== null) showDocument(session, document)
}

function showDocument(session: Session, document: OpenDocument): void {
  session.store.setState({
    document: withUnsaved(session, document),
    selection: document.view,
    currentId: document.view?.annotationId ?? null,
    chosenIds: [],
    tableRowId: null,
  })
}

export function saveView(session: Session, documentId: string, view: DocumentView): void {
  // A place that could not be kept (a read-only file) is no trouble to anyone.
  void session.bridge.call('view.save', { documentId, view })
}

/** Shows a project that was opened from elsewhere: another tab, the menu, a file double-clicked. */
export async function showOpenedElsewhere(session: Session, id: string): Promise<void> {
  const { busy, project } = session.store.getState()
  if (busy !== null || project?.project.id === id) return
  const opened = await session.ask('project.current', {})
  if (opened !== null) await show(session, opened)
}

async function show(session: Session, project: ProjectState): Promise<void> {
  uncover(session)
  const first = project.currentDocumentId ?? project.documents[0]?.document.id
  // Asked for before the project is drawn, which takes longer than the answer.
  const opening = first === undefined ? null : session.ask('documents.open', { id: first })
  session.store.setState({
    project,
    document: null,
    selection: null,
    currentId: null,
    find: initialFind,
    documentListView: plainDocumentListView,
    chosenDocumentIds: [],
    listView: plainListView,
    filtersOpen: false,
  })
  if (project.placeRemark !== null) session.tell('done', project.placeRemark)
  finishDocument(session)
  const document = await opening
  if (document !== null) showDocument(session, document)
}

async function busyWith(session: Session, busy: string, work: () => Promise<void>): Promise<void> {
  session.store.setState({ busy, dialog: null })
  try {
    await work()
  } finally {
    session.store.setState({ busy: null })
  }
}
