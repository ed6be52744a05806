import { mergeRegister, registerEventListener } from 'lexical'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { touches } from '../../../shared/text/span.ts'
import { innermost } from '../../commands/navigation.ts'
import { relateOrAsk } from '../../commands/picking.ts'
import { obstacleBetween, offersFor } from '../../commands/relating.ts'
import type { Session } from '../../store/session.ts'
import type { ArticleSurface } from '../article-surface.ts'
import { pointAt } from '../scrolling.ts'
import { keepScrolling } from './edge-scrolling.ts'
import { markEnd } from './end-highlight.ts'

/** Where the loose end of a relation is, in CSS px from the page of the article, and what letting go there would do. */
export type DragPlace = {
  readonly x: number
  readonly y: number
  readonly drop: 'nothing' | 'refused' | 'allowed'
}

/**
 * Follows the pointer from a press on the knob until it is let go, which relates `source` to the innermost annotation there
 * that it may be related to. Escape ends it without. Returns a function that ends it as well.
 */
export function beginRelationDrag(
  session: Session,
  surface: ArticleSurface,
  source: Annotation,
  knob: HTMLElement,
  press: { readonly clientX: number; readonly clientY: number; readonly pointerId: number },
  moved: (place: DragPlace | null) => void,
): () => void {
  const page = knob.closest<HTMLElement>('.article-page')
  const scroller = knob.closest<HTMLElement>('.article-scroller')
  if (page === null || scroller === null) return () => {}
  let pointer = { x: press.clientX, y: press.clientY }
  knob.setPointerCapture(press.pointerId)

  const find = () => underPointer(session, surface, source, pointer)
  const follow = (): void => {
    const { target, refused } = find()
    const frame = page.getBoundingClientRect()
    markEnd(surface.view, 'relation-target', target)
    moved({
      x: pointer.x - frame.left,
      y: pointer.y - frame.top,
      drop: target !== null ? 'allowed' : refused !== null ? 'refused' : 'nothing',
    })
  }
  const stopScrolling = keepScrolling(scroller, () => pointer.y, follow)
  const stopListening = mergeRegister(
    registerEventListener(knob, 'pointermove', ({ clientX, clientY }) => {
      pointer = { x: clientX, y: clientY }
      follow()
    }),
    registerEventListener(knob, 'pointerup', () => {
      const { target, refused } = find()
      end()
      if (target !== null) relateOrAsk(session, source, target)
      else if (refused !== null) session.announce(obstacleBetween(session, source, refused))
    }),
    registerEventListener(knob, 'pointercancel', end),
    registerEventListener(
      window,
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopImmediatePropagation()
        end()
        session.announce(t('editor:noRelation'))
      },
      true,
    ),
  )

  function end(): void {
    stopScrolling()
    stopListening()
    markEnd(surface.view, 'relation-target', null)
    moved(null)
  }
  return end
}

/** What is under the pointer: an annotation that may be the target, or one that may not. */
function underPointer(
  session: Session,
  surface: ArticleSurface,
  source: Annotation,
  { x, y }: { readonly x: number; readonly y: number },
): { readonly target: Annotation | null; readonly refused: Annotation | null } {
  const point = pointAt(x, y)
  const offset = point === null ? null : surface.view.offsetOf(point)
  const annotations = session.store.getState().document?.annotations ?? []
  const here =
    offset === null
      ? []
      : annotations.filter(({ id, spans }) => id !== source.id && touches(spans, offset))
  const target = innermost(here.filter((one) => offersFor(session, source, one).length > 0))
  return {
    target: target ?? null,
    refused: target === undefined ? (innermost(here) ?? null) : null,
  }
}
