import { registerEventListener } from 'lexical'

import type { ArticleView } from './article-view.ts'

/** The browser's own word on whether it skips a section; the type is not in every DOM library yet. */
type VisibilityEvent = globalThis.Event & { readonly skipped?: boolean }

/**
 * Tells which sections come into view and leave it, as the browser decides for `content-visibility: auto`. Returns a
 * function that stops the watching.
 */
export function watchSections(
  view: ArticleView,
  show: (section: number) => void,
  hide: (section: number) => void,
): () => void {
  const stops: (() => void)[] = []
  for (let section = 0; section < view.layout().sections; section += 1) {
    const element = view.sectionElement(section)
    if (element === null) continue
    stops.push(
      registerEventListener(
        element,
        'contentvisibilityautostatechange',
        (event: VisibilityEvent) => {
          if (event.skipped === true) hide(section)
          else show(section)
        },
      ),
    )
  }
  return () => {
    for (const stop of stops) stop()
  }
}
