import type { Handlers } from '../../shared/contract.ts'
import { success } from '../../shared/result.ts'

/** How long the page may take to finish what waits, in ms. */
const patience = 5_000

type Options = {
  /** Tells the page that the window wants to close. */
  readonly announce: () => void
  /** Asks the person whether to close although something is not saved; `unsaved` is `null` where the page is silent. */
  readonly askToClose: (unsaved: number | null) => Promise<boolean>
}

export type CloseGuard = {
  readonly handlers: Handlers<'window.readyToClose'>
  /** Whether the window may close now. Asked again while it waits, it gives the same answer. */
  readonly mayClose: () => Promise<boolean>
}

/** Lets pending commits finish before a window closes. */
export function createCloseGuard({ announce, askToClose }: Options): CloseGuard {
  let onReady: ((unsaved: number) => void) | null = null
  let pending: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const unsaved = await new Promise<number | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), patience)
      onReady = (count) => {
        clearTimeout(timer)
        resolve(count)
      }
      announce()
    })
    onReady = null
    return unsaved === 0 || (await askToClose(unsaved))
  }

  return {
    handlers: {
      'window.readyToClose': ({ unsaved }) => {
        onReady?.(unsaved)
        return Promise.resolve(success(null))
      },
    },
    mayClose: () => {
      pending ??= ask().finally(() => {
        pending = null
      })
      return pending
    },
  }
}
