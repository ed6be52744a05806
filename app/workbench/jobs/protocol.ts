import type { Language } from '../../../shared/language/languages.ts'
import type { Result } from '../../../shared/result.ts'
import type { Waiting } from './turns.ts'

/**
 * What a step of a job gets besides what it works on. `signal` aborts where the job is given up: the step then rejects
 * with its reason. What crosses between threads is copied, so it is plain data.
 */
export type StepHooks<Progress> = {
  readonly signal: AbortSignal
  /** Told on now and then only, as often as anybody can see. */
  readonly onProgress: (progress: Progress) => void
  readonly alone: Alone
}

/**
 * Runs `work` while nobody else of the program writes to the project: who wants to waits for it. Work that is not short asks
 * now and then whether it `isAwaited`, and then had better end and come again.
 */
export type Alone = <Value>(work: (isAwaited: () => boolean) => Value) => Promise<Value>

/** What a thread can do, step by step; several steps of one job share what the thread keeps between them. */
export type Work = {
  readonly [step: string]: (args: never, hooks: StepHooks<unknown>) => Promise<Result<unknown>>
}

/** What a thread is told. Steps go by numbers: several may be under way at once. */
export type ToThread =
  | {
      readonly kind: 'step'
      readonly number: number
      readonly step: string
      readonly args: never
      /** What it tells of the step is in this language. */
      readonly language: Language
    }
  | { readonly kind: 'cancel'; readonly number: number }
  /** It alone may write now. */
  | { readonly kind: 'turn'; readonly number: number; readonly waiting: Waiting }
  /** Nothing more is wanted of it: it clears up. */
  | { readonly kind: 'end' }

/** What a thread tells of a step. */
export type FromThread<Progress, Value> = { readonly number: number } & (
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** It waits for its turn to write … */
  | { readonly kind: 'awaitsTurn' }
  /** … and is through with it. */
  | { readonly kind: 'turnOver' }
  | { readonly kind: 'done'; readonly result: Result<Value> }
  | { readonly kind: 'aborted' }
  /** What nobody expected, with its stack, and what a log may hold of it. */
  | { readonly kind: 'fault'; readonly message: string; readonly description: string }
)

/** What it tells once it has cleared up. */
export type Tidied = { readonly kind: 'tidied' }
