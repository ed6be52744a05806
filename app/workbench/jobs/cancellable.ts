import type { Result } from '../../../shared/result.ts'

/** Work that pages have begun and may cancel, by the ids that they gave it. */
export type Cancellable = {
  /** Runs `work`, which rejects once its signal aborts: `cancelled` is the answer then. */
  readonly run: <Value>(
    job: string,
    work: (signal: AbortSignal) => Promise<Result<Value>>,
    cancelled: Result<never>,
  ) => Promise<Result<Value>>
  readonly cancel: (job: string) => void
  readonly cancelAll: () => void
}

export function createCancellable(): Cancellable {
  const cancellers = new Map<string, AbortController>()
  return {
    run: async (job, work, cancelled) => {
      const canceller = new AbortController()
      cancellers.set(job, canceller)
      try {
        return await work(canceller.signal)
      } catch (error) {
        if (canceller.signal.aborted) return cancelled
        throw error
      } finally {
        cancellers.delete(job)
      }
    },
    cancel: (job) => cancellers.get(job)?.abort(),
    cancelAll: () => {
      for (const canceller of cancellers.values()) canceller.abort()
    },
  }
}
