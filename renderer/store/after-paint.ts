import { createStore, type StoreApi } from 'zustand/vanilla'

/** At most so many frames more are left to what is urgent. */
const urgentFrames = 3

/** Drawing lists may take some dozens of ms: so long is left to all else before the next time, in ms. */
const usualRest = 100

export type Follower<State> = {
  readonly store: StoreApi<State>
  /** Follows at once: something beside the article is needed before the next frame. */
  readonly catchUp: () => void
}

/**
 * A store that follows another one once the next frame is on screen, several changes at a time. What can wait for the
 * article reads it, so that painting a tag never waits for a list. Where no frames are drawn (a hidden window) it waits
 * for the first one. While `isUrgent` says that something else is to be shown first, it lets a few more frames go by.
 * Where one change comes after the other, as at the end of an import, it follows no sooner than `rest` ms after the last
 * time. `nextFrame` calls back before a frame is drawn.
 */
export function followAfterPaint<State>(
  source: StoreApi<State>,
  isUrgent: (state: State) => boolean = () => false,
  nextFrame: (then: () => void) => void = requestAnimationFrame,
  rest = usualRest,
): Follower<State> {
  const store = createStore<State>()(() => source.getState())
  let pending = false
  let restUntil = 0

  function catchUp(): void {
    restUntil = performance.now() + rest
    store.setState(source.getState(), true)
  }

  function afterRest(then: () => void): void {
    const left = restUntil - performance.now()
    if (left > 0) setTimeout(then, left)
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
        catchUp()
      })
    })
  }

  source.subscribe(() => {
    if (pending) return
    pending = true
    afterRest(() => {
      nextFrame(() => {
        // The second frame begins when the first one is painted.
        afterFrame(urgentFrames)
      })
    })
  })
  return { store, catchUp }
}
