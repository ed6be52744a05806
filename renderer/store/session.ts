import { createStore, type StoreApi } from 'zustand/vanilla'

import type {
  Bridge,
  CallArguments,
  CallName,
  CallValue,
  Event,
  OpenDocument,
} from '../../shared/contract.ts'
import type { Change } from '../../shared/model/change.ts'
import { invertChanges } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { Commit } from '../../shared/model/journal.ts'
import type { Failure } from '../../shared/result.ts'
import type { Selection } from '../../shared/text/selection.ts'
import type { Span } from '../../shared/text/span.ts'
import { followAfterPaint } from './after-paint.ts'
import { applyToProject } from './apply-changes-to-project.ts'
import { applyToAnnotations } from './apply-changes.ts'
import { createOutbox, type Outbox, type Outgoing } from './outbox.ts'
import { initialState, type Notice, type WorkbenchState } from './state.ts'

/** What commands may ask of the article on screen. */
type ArticleControls = {
  readonly reveal: (span: Span) => void
  readonly focus: () => void
  readonly select: (selection: Selection) => void
  /** Takes the selection from the page at once: keys can come faster than the browser reports it. */
  readonly syncSelection: () => void
  /** Keeps the reader's place at once: the document is about to be left. */
  readonly finishView: () => void
}

/** One page's work on one project: what is on screen, the way to the workbench, and what is on its way there. */
export type Session = {
  readonly store: StoreApi<WorkbenchState>
  /** The state as it was when the article was last painted: for lists and fields beside it. */
  readonly painted: StoreApi<WorkbenchState>
  /** Brings `painted` up to date before the next frame. */
  readonly catchUp: () => void
  readonly outbox: Outbox
  /** Calls the workbench; a failure is shown and gives `null`. */
  readonly ask: <Name extends CallName>(
    name: Name,
    args: CallArguments<Name>,
  ) => Promise<CallValue<Name> | null>
  readonly bridge: Bridge
  /** Makes changes on screen at once and sends them to the project file as one act. False where the project can only be read. */
  readonly record: (summary: string, changes: readonly Change[]) => boolean
  /** Applies an act committed elsewhere, or by undo; one that this page made already is passed over. */
  readonly receive: (commit: Commit) => void
  readonly tell: (kind: 'done' | 'failure', message: string, remedy?: string) => void
  readonly tellFailure: (failure: Failure) => void
  readonly announce: (words: string) => void
  /** Fields with typed text that is not recorded yet; called before closing. */
  readonly pendingEdits: Set<() => void>
  /** The article on screen; `null` where there is none. */
  readonly article: () => ArticleControls | null
  readonly attachArticle: (controls: ArticleControls | null) => void
}

export function createSession(bridge: Bridge): Session {
  const store = createStore<WorkbenchState>()(() => initialState)
  const painted = followAfterPaint(store)
  const applied = new Set<string>()
  let article: ArticleControls | null = null

  const outbox = createOutbox({
    send: (outgoing) => send(bridge, outgoing),
    status: (saveStatus, saveFailure) => {
      store.setState({ saveStatus, saveFailure })
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    committed: (commit, outgoing) => {
      if (commit === null) return
      if (outgoing.kind === 'commit') {
        setUndoState(commit)
      } else {
        session.receive(commit)
        outgoing.done(commit)
      }
    },
    rejected: (failure) => {
      session.tellFailure(failure)
      void resynchronize(session)
    },
  })

  function setUndoState({ undoState }: Commit): void {
    const { project } = store.getState()
    if (project !== null) store.setState({ project: { ...project, undoState } })
  }

  function apply(changes: readonly Change[]): void {
    store.setState((state) => {
      const project = state.project === null ? null : applyToProject(state.project, changes)
      return { project, ...applyToDocument(state, changes) }
    })
  }

  const session: Session = {
    store,
    painted: painted.store,
    catchUp: painted.catchUp,
    outbox,
    bridge,
    article: () => article,
    attachArticle: (controls) => {
      article = controls
    },
    pendingEdits: new Set(),
    ask: async (name, args) => {
      const result = await bridge.call(name, args)
      if (result.ok) return result.value
      session.tellFailure(result.failure)
      return null
    },
    record: (summary, changes) => {
      const { project, info } = store.getState()
      if (project === null || changes.length === 0) return false
      if (project.readOnly !== null) {
        session.tell('failure', 'This project can only be read.', project.readOnly)
        return false
      }
      const draft = { id: newId(), annotator: info?.annotator ?? '', summary, changes }
      applied.add(draft.id)
      apply(changes)
      outbox.push({ kind: 'commit', draft })
      return true
    },
    receive: (commit) => {
      if (!applied.has(commit.entry.id)) {
        applied.add(commit.entry.id)
        apply(commit.entry.changes)
      }
      setUndoState(commit)
    },
    tell: (kind, message, remedy) => {
      const notice = { id: newId(), kind, message, remedy: remedy ?? null }
      store.setState(({ notices }) => ({ notices: [...makeRoom(notices), notice] }))
    },
    tellFailure: ({ message, remedy }) => {
      session.tell('failure', message, remedy)
    },
    announce: (announcement) => {
      store.setState({ announcement })
    },
  }
  bridge.listen((event) => {
    hear(session, event)
  })
  return session
}

/** At most four notices; failures that nobody has put away outlast what merely went well. */
function makeRoom(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length < 4) return notices
  const done = notices.findIndex(({ kind }) => kind === 'done')
  return notices.toSpliced(Math.max(done, 0), 1)
}

/** Takes a waiting act off the screen again; it never reached the file. */
export function takeBackUnsaved(session: Session): boolean {
  const draft = session.outbox.takeBack()
  if (draft === null) return false
  const inverse = invertChanges(draft.changes)
  session.store.setState((state) => ({
    project: state.project === null ? null : applyToProject(state.project, inverse),
    ...applyToDocument(state, inverse),
  }))
  return true
}

/** The screen no longer matches the file: takes everything from the file again. */
async function resynchronize(session: Session): Promise<void> {
  const project = await session.ask('project.current', {})
  session.store.setState({ project })
  await reloadDocument(session)
}

/** Shows the open document as the project file has it, with what still waits to be saved. */
async function reloadDocument(session: Session): Promise<void> {
  const id = session.store.getState().document?.document.id
  if (id === undefined) return
  const document = await session.ask('documents.open', { id })
  if (document !== null && session.store.getState().document?.document.id === id) {
    session.store.setState({ document: withUnsaved(session, document) })
  }
}

/** A document as it is on screen: acts that wait for the disk are not in what the file gave. */
export function withUnsaved(session: Session, document: OpenDocument): OpenDocument {
  const unsaved = session.outbox.waiting().flatMap(({ changes }) => changes)
  const annotations = applyToAnnotations(document.annotations, unsaved, document.document.id)
  return { ...document, annotations }
}

function applyToDocument(
  state: WorkbenchState,
  changes: readonly Change[],
): Partial<WorkbenchState> {
  const open = state.document
  if (open === null) return {}
  const gone = changes.some(
    (change) =>
      change.entity === 'document' &&
      change.after === null &&
      change.before?.id === open.document.id,
  )
  if (gone) return { document: null, currentId: null, selection: null }
  const annotations = applyToAnnotations(open.annotations, changes, open.document.id)
  if (annotations === open.annotations) return {}
  const currentId = annotations.some(({ id }) => id === state.currentId) ? state.currentId : null
  return { document: { ...open, annotations }, currentId }
}

async function send(bridge: Bridge, outgoing: Outgoing) {
  if (outgoing.kind === 'commit') return bridge.call('journal.commit', outgoing.draft)
  const { id, annotator } = outgoing
  return bridge.call(outgoing.kind === 'undo' ? 'journal.undo' : 'journal.redo', { id, annotator })
}

function hear(session: Session, event: Event): void {
  switch (event.name) {
    case 'committed':
      session.receive(event.value)
      break
    case 'projectChanged': {
      const { project } = session.store.getState()
      const same = project !== null && project.project.id === event.value?.project.id
      session.store.setState({ project: event.value, ...(same ? {} : { document: null }) })
      // The same project again: the connection was lost, and changes may have been missed.
      if (same) void reloadDocument(session)
      break
    }
    case 'closing':
    case 'menu':
      break
  }
}
