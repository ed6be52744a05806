import { createStore, type StoreApi } from 'zustand/vanilla'

/** At most so many frames more are left to what is urgent. */
const urgentFrames = 3

/** Drawing lists may take some dozens of ms: it is done at most so often within so many ms. */
const usualPace: Pace = { times: 3, within: 300 }

type Pace = { readonly times: number; readonly within: number }

/** What is drawn after the article, each part in a task of its own, in this order: a key press comes in between. */
const paintedParts = ['annotations', 'documents', 'reference'] as const
export type PaintedPart = (typeof paintedParts)[number]

export type Follower<State> = {
  readonly stores: Readonly<Record<PaintedPart, StoreApi<State>>>
  /** All follow at once: something beside the article is needed before the next frame. */
  readonly catchUp: () => void
}

/**
 * Stores that follow another one once the next frame is on screen, several changes at a time. What can wait for the
 * article reads one of them, so that painting a tag never waits for a list. Where no frames are drawn (a hidden window) they
 * wait for the first one. While `isUrgent` says that something else is to be shown first, they let a few more frames go by.
 * Where one change comes after the other, as at the end of an import, they keep to a pace. `nextFrame` calls back before a
 * frame is drawn.
 */
export function followAfterPaint<State>(
  source: StoreApi<State>,
  isUrgent: (state: State) => boolean = () => false,
  nextFrame: (then: () => void) => void = requestAnimationFrame,
  { times, within }: Pace = usualPace,
): Follower<State> {
  const follower = (): StoreApi<State> => createStore<State>()(() => source.getState())
  const stores = { annotations: follower(), documents: follower(), reference: follower() }
  let pending = false
  /** When it followed, the latest times. */
  let followed: readonly number[] = []

  function catchUp(): void {
    for (const part of paintedParts) stores[part].setState(source.getState(), true)
  }

  function catchUpInTurn([part, ...others]: readonly PaintedPart[]): void {
    if (part === undefined) return
    stores[part].setState(source.getState(), true)
    if (others.length > 0) setTimeout(() => catchUpInTurn(others))
  }

  function inTime(then: () => void): void {
    const [earliest] = followed.length < times ? [] : followed
    const rest = earliest === undefined ? 0 : earliest + within - performance.now()
    if (rest > 0) setTimeout(then, rest)
    else then()
  }

  function afterFrame(more: number): void {
    nextFrame(() => {
      if (more > 0 && isUrgent(source.getState())) {
        afterFrame(more - 1)
        return
      }
      // Nor is this frame held up.
      setTimeout(() => {
        pending = false
        followed = [...followed, performance.now()].slice(-times)
        catchUpInTurn(paintedParts)
      })
    })
  }

  source.subscribe(() => {
    if (pending) return
    pending = true
    inTime(() => {
      nextFrame(() => {
        // The second frame begins when the first one is painted.
        afterFrame(urgentFrames)
      })
    })
  })
  return { stores, catchUp }
}
