import { createStore, type StoreApi } from 'zustand/vanilla'

export type Follower<State> = {
  readonly store: StoreApi<State>
  /** Follows at once: something beside the article is needed before the next frame. */
  readonly catchUp: () => void
}

/**
 * A store that follows another one once the next frame is on screen, several changes at a time. What can wait for the
 * article reads it, so that painting a tag never waits for a list. Where no frames are drawn (a hidden window) it waits
 * for the first one. `nextFrame` calls back before a frame is drawn.
 */
export function followAfterPaint<State>(
  source: StoreApi<State>,
  nextFrame: (then: () => void) => void = requestAnimationFrame,
): Follower<State> {
  const store = createStore<State>()(() => source.getState())
  let pending = false

  function catchUp(): void {
    store.setState(source.getState(), true)
  }

  source.subscribe(() => {
    if (pending) return
    pending = true
    nextFrame(() => {
      // The second frame begins when the first one is painted.
      nextFrame(() => {
        // Nor is the second one held up.
        setTimeout(() => {
          pending = false
          catchUp()
        })
      })
    })
  })
  return { store, catchUp }
}
