import type { Handlers } from '../../shared/contract.ts'
import { success } from '../../shared/result.ts'

/** How long the page may take to finish what waits, in ms. */
const patience = 5_000

/**
 * What came of asking whether a window may close: everything is saved; or it is not, and the person wants to close all the
 * same, or to stay.
 */
export type Closing = 'saved' | 'anyway' | 'stay'

type Options = {
  /** Tells the page that the window wants to close. */
  readonly announce: () => void
  /** Whether there is no page to answer: it has died, or is only being loaded. Nothing waits to be saved then. */
  readonly isAbsent: () => boolean
  /** Asks the person whether to close although something is not saved; `unsaved` is `null` where the page is silent. */
  readonly askToClose: (unsaved: number | null) => Promise<boolean>
}

export type CloseGuard = {
  readonly handlers: Handlers<'window.readyToClose'>
  /** Whether the window may close now. Asked again while it waits, it gives the same answer. */
  readonly ask: () => Promise<Closing>
}

/** Lets pending commits finish before a window closes. */
export function createCloseGuard({ announce, isAbsent, askToClose }: Options): CloseGuard {
  let onReady: ((unsaved: number) => void) | null = null
  let pending: Promise<Closing> | null = null

  async function ask(): Promise<Closing> {
    if (isAbsent()) return 'saved'
    const unsaved = await new Promise<number | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), patience)
      onReady = (count) => {
        clearTimeout(timer)
        resolve(count)
      }
      announce()
    })
    onReady = null
    if (unsaved === 0) return 'saved'
    return (await askToClose(unsaved)) ? 'anyway' : 'stay'
  }

  return {
    handlers: {
      'window.readyToClose': ({ unsaved }) => {
        onReady?.(unsaved)
        return Promise.resolve(success(null))
      },
    },
    ask: () => {
      pending ??= ask().finally(() => {
        pending = null
      })
      return pending
    },
  }
}
