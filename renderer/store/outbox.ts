import type { JournalDraft, ToldCommit } from '../../shared/model/journal.ts'
import type { Failure, FailureCode, Result } from '../../shared/result.ts'

/** What stands between an act on screen and the project file. `notSaved`: tried, failed, and being tried again. */
export type SaveStatus = 'saved' | 'saving' | 'notSaved'

/** An act waiting to be committed. */
export type Outgoing =
  | { readonly kind: 'commit'; readonly draft: JournalDraft }
  | {
      readonly kind: 'undo' | 'redo'
      readonly id: string
      readonly annotator: string
      /** Called with what was undone or redone; not where there was nothing. */
      readonly done: (commit: ToldCommit) => void
    }

export type OutboxPorts = {
  readonly send: (outgoing: Outgoing) => Promise<Result<ToldCommit | null>>
  readonly committed: (commit: ToldCommit | null, outgoing: Outgoing) => void
  /** The workbench will never take these; what is on screen no longer matches the file. */
  readonly rejected: (failure: Failure, dropped: readonly Outgoing[]) => void
  readonly status: (status: SaveStatus, failure: Failure | null) => void
  readonly wait: (ms: number) => Promise<void>
}

export type Outbox = {
  readonly push: (outgoing: Outgoing) => void
  /** Takes back the newest act if it is waiting for another try: it is in no file yet. */
  readonly takeBack: () => JournalDraft | null
  /** Resolves when nothing waits, or when a try has failed; gives the number of acts still unsaved. */
  readonly flush: () => Promise<number>
  /** Drafts not yet known to be in the file, oldest first. */
  readonly waiting: () => readonly JournalDraft[]
  /** Tries at once what waits for another try. */
  readonly retry: () => void
}

/** Failures that may pass: a full disk is cleared, another program lets go, the server comes back. */
const passing: ReadonlySet<FailureCode> = new Set(['diskFull', 'storage', 'inUse', 'disconnected'])

/** Milliseconds between tries: soon at first, then steadily. */
const delays = [500, 1000, 2000, 5000] as const

/** Sends acts one after the other, in order, and keeps those that could not be saved until they are. */
export function createOutbox(ports: OutboxPorts): Outbox {
  const queue: Outgoing[] = []
  let running = false
  let resting = false
  let wake: () => void = () => {}
  let settle: (() => void)[] = []

  function settled(): void {
    const waiting = settle
    settle = []
    for (const resolve of waiting) resolve()
  }

  async function rest(attempt: number): Promise<void> {
    resting = true
    settled()
    const delay = delays[Math.min(attempt, delays.length - 1)] ?? 0
    await Promise.race([ports.wait(delay), new Promise<void>((resolve) => (wake = resolve))])
    resting = false
  }

  async function run(): Promise<void> {
    running = true
    let attempt = 0
    ports.status('saving', null)
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      const result = await ports.send(next)
      if (result.ok) {
        attempt = 0
        queue.shift()
        ports.committed(result.value, next)
        if (queue.length > 0) ports.status('saving', null)
      } else if (passing.has(result.failure.code)) {
        ports.status('notSaved', result.failure)
        await rest(attempt)
        attempt += 1
      } else {
        ports.rejected(result.failure, queue.splice(0))
      }
    }
    running = false
    ports.status('saved', null)
    settled()
  }

  return {
    push: (outgoing) => {
      queue.push(outgoing)
      if (!running) void run()
    },
    takeBack: () => {
      const last = queue.at(-1)
      if (!resting || last?.kind !== 'commit') return null
      queue.pop()
      if (queue.length === 0) wake()
      return last.draft
    },
    flush: async () => {
      if (running && !resting) await new Promise<void>((resolve) => settle.push(resolve))
      return queue.length
    },
    waiting: () => queue.flatMap((outgoing) => (outgoing.kind === 'commit' ? outgoing.draft : [])),
    retry: () => wake(),
  }
}
