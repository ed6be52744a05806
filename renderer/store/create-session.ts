import { createStore } from 'zustand/vanilla'

import type { Bridge } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { ToldCommit } from '../../shared/model/journal.ts'
import { success, type Result } from '../../shared/result.ts'
import { followAfterPaint } from './after-paint.ts'
import { applyToState, lacksFarAnnotations } from './apply-changes-to-state.ts'
import { hear } from './hear.ts'
import { createOutbox, type Outgoing } from './outbox.ts'
import { reloadDocument, resynchronize } from './reload.ts'
import { annotatorOf } from './selectors.ts'
import type { ArticleControls, Session } from './session.ts'
import { initialState, type Notice, type WorkbenchState } from './state.ts'

/** Begins a page's work: an empty state, an empty outbox, and an ear on the workbench. */
export function createSession(bridge: Bridge): Session {
  const store = createStore<WorkbenchState>()(() => initialState)
  // The answer that an act is saved does not wait for lists to be drawn.
  const painted = followAfterPaint(store, ({ saveStatus }) => saveStatus === 'saving')
  const applied = new Set<string>()
  const committed = new Set<string>()
  let article: ArticleControls | null = null
  /** What waits to hear that an act under way is in the file, by the act’s id. */
  const underWay = new Map<string, (commit: ToldCommit) => void>()
  let resynchronized = Promise.withResolvers<null>()

  const outbox = createOutbox({
    send: sendOrHear,
    status: (saveStatus, saveFailure) => {
      store.setState({ saveStatus, saveFailure })
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    committed: (commit, outgoing) => {
      if (commit === null) return
      if (outgoing.kind === 'commit') {
        noteCommit(commit)
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

  /** The news that an act was committed says as much as the answer to it, and comes some milliseconds before. */
  async function sendOrHear(outgoing: Outgoing): Promise<Result<ToldCommit | null>> {
    const { id } = outgoing.kind === 'commit' ? outgoing.draft : outgoing
    return withNews(id, async (news) => {
      const first = await Promise.race([send(bridge, outgoing), news.then(success)])
      if (first.ok) await untilTold(first.value, news)
      return first
    })
  }

  async function withNews<Value>(
    id: string,
    work: (news: Promise<ToldCommit>) => Promise<Value>,
  ): Promise<Value> {
    const news = new Promise<ToldCommit>((resolve) => underWay.set(id, resolve))
    try {
      return await work(news)
    } finally {
      underWay.delete(id)
    }
  }

  /** Of an act on much the news comes after what it left. Where that was missed, everything is read again. */
  async function untilTold(commit: ToldCommit | null, news: Promise<unknown>): Promise<void> {
    if (commit?.entry.changes === null) await Promise.race([news, resynchronized.promise])
  }

  function noteCommit({ entry, undoState }: ToldCommit): void {
    const { project, latestSeq } = store.getState()
    if (project === null) return
    store.setState({
      project: { ...project, undoState },
      latestSeq: Math.max(latestSeq, entry.seq),
    })
  }

  function apply(changes: readonly Change[]): void {
    store.setState((state) => applyToState(state, changes))
  }

  const session: Session = {
    store,
    painted: painted.stores,
    catchUp: painted.catchUp,
    outbox,
    unsaved: (saved) =>
      outbox
        .waiting()
        .flatMap(({ id, changes }) => (id === saved || committed.has(id) ? [] : changes)),
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
    act: async (call) => {
      if ((await outbox.flush()) > 0) {
        session.tell('failure', t('store:session.unsaved'), t('store:session.unsavedRemedy'))
        return false
      }
      const id = newId()
      store.setState(({ acting }) => ({ acting: acting + 1 }))
      try {
        const commit = await withNews(id, async (news) => {
          const answer = await call({ id, annotator: annotatorOf(store.getState()) })
          await untilTold(answer, news)
          return answer
        })
        if (commit === null) return false
        session.receive(commit)
        return true
      } finally {
        store.setState(({ acting }) => ({ acting: acting - 1 }))
      }
    },
    record: (summary, changes) => {
      const { project } = store.getState()
      if (project === null || changes.length === 0) return false
      if (project.readOnly !== null) {
        session.tell('failure', t('store:session.readOnly'), project.readOnly)
        return false
      }
      const draft = { id: newId(), annotator: annotatorOf(store.getState()), summary, changes }
      applied.add(draft.id)
      // It is under way while what it changes is drawn.
      outbox.push({ kind: 'commit', draft })
      apply(changes)
      return true
    },
    receive: (commit) => {
      committed.add(commit.entry.id)
      if (!applied.has(commit.entry.id)) {
        applied.add(commit.entry.id)
        const { changes } = commit.entry
        if (changes !== null) apply(changes)
        const { document } = store.getState()
        if (document !== null && (changes === null || lacksFarAnnotations(document))) {
          void reloadDocument(session)
        }
      }
      noteCommit(commit)
      underWay.get(commit.entry.id)?.(commit)
    },
    noteResynchronized: () => {
      resynchronized.resolve(null)
      resynchronized = Promise.withResolvers()
    },
    tell: (kind, message, remedy) => {
      const notice = { id: newId(), kind, message, remedy: remedy ?? null }
      store.setState(({ notices }) =>
        isShown(notices, notice) ? {} : { notices: [...makeRoom(notices), notice] },
      )
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

/** One failure has many questions go without an answer: what stands there still need not be told again. */
function isShown(notices: readonly Notice[], { kind, message, remedy }: Notice): boolean {
  return (
    kind === 'failure' &&
    notices.some((one) => one.kind === kind && one.message === message && one.remedy === remedy)
  )
}

/** At most four notices; failures that nobody has put away outlast what merely went well. */
function makeRoom(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length < 4) return notices
  const done = notices.findIndex(({ kind }) => kind === 'done')
  return notices.toSpliced(Math.max(done, 0), 1)
}

async function send(bridge: Bridge, outgoing: Outgoing) {
  if (outgoing.kind === 'commit') return bridge.call('journal.commit', outgoing.draft)
  const { id, annotator } = outgoing
  return bridge.call(outgoing.kind === 'undo' ? 'journal.undo' : 'journal.redo', { id, annotator })
}
