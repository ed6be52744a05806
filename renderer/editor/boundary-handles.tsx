import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react'

import type { Annotation } from '../../shared/model/annotation.ts'
import { extentOf, type Spans } from '../../shared/text/span.ts'
import { respan } from '../commands/amending.ts'
import { moveEdge, type Edge } from '../commands/boundaries.ts'
import { currentAnnotationOf, markedSpansOf } from '../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../store/use-session.ts'
import type { ArticleSurface } from './article-surface.ts'
import { keepMeasured } from './keep-measured.ts'
import { pointAt, rectOf, runsFromRight } from './scrolling.ts'

/** Where a handle stands, in CSS px from the page of the article. */
type Place = { readonly left: number; readonly top: number; readonly height: number }

/** React knows no custom properties. */
declare module 'react' {
  interface CSSProperties {
    '--stem'?: string
  }
}

/**
 * The two edges of the current annotation, to drag with the pointer. The keyboard has keys and buttons for the
 * same, so they are hidden from assistive tools.
 */
export function BoundaryHandles({ surface }: { readonly surface: ArticleSurface }) {
  const session = useSession()
  const latest = useWorkbenchAfterPaint(currentAnnotationOf)
  // What follows the article may still be of the document before.
  const openId = useWorkbench(({ document }) => document?.document.id)
  const annotation = latest?.documentId === openId ? latest : null
  const editable = useWorkbenchAfterPaint(({ project }) => project?.readOnly === null)
  const [dragged, setDragged] = useState<Spans | null>(null)
  const spans = dragged ?? annotation?.spans ?? null
  const layer = useRef<HTMLDivElement>(null)
  const [places, setPlaces] = useState<Readonly<Record<Edge, Place>> | null>(null)

  useLayoutEffect(() => {
    const element = layer.current
    if (spans === null || element === null) {
      setPlaces(null)
      return undefined
    }
    return keepMeasured(element, () => {
      setPlaces(placesOf(surface, spans, element.getBoundingClientRect()))
    })
  }, [surface, spans])

  useEffect(() => {
    if (dragged !== null) surface.markCurrent(dragged)
  }, [surface, dragged])

  if (annotation === null || !editable) return <div className="boundary-layer" ref={layer} />

  const drag = (edge: Edge) => (event: PointerEvent) => {
    const point = pointAt(event.clientX, event.clientY)
    const offset = point === null ? null : surface.view.offsetOf(point)
    const text = session.store.getState().document?.text
    if (offset === null || text === undefined) return
    setDragged(moveEdge(text, annotation.spans, edge, offset))
  }
  const drop = (): void => {
    if (dragged !== null) respan(session, dragged)
    setDragged(null)
  }
  const cancel = (): void => {
    surface.markCurrent(markedSpansOf(session.store.getState()))
    setDragged(null)
  }

  return (
    <div aria-hidden="true" className="boundary-layer" ref={layer}>
      {places === null
        ? null
        : (['start', 'end'] as const).map((edge) => (
            <Handle
              annotation={annotation}
              edge={edge}
              key={edge}
              onCancel={cancel}
              onDrag={drag(edge)}
              onDrop={drop}
              place={places[edge]}
            />
          ))}
    </div>
  )
}

function Handle(props: {
  readonly annotation: Annotation
  readonly edge: Edge
  readonly place: Place
  readonly onDrag: (event: PointerEvent) => void
  readonly onDrop: () => void
  readonly onCancel: () => void
}) {
  const { annotation, edge, place } = props
  return (
    <div
      className={`boundary-handle boundary-${edge}`}
      data-label={annotation.label}
      onLostPointerCapture={props.onCancel}
      onPointerDown={(event) => {
        // The selection in the text stays as it is.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) props.onDrag(event)
      }}
      onPointerUp={props.onDrop}
      style={{
        left: place.left,
        top: edge === 'start' ? place.top : place.top + place.height,
        '--stem': `${place.height}px`,
      }}
    />
  )
}

function placesOf(
  surface: ArticleSurface,
  spans: Spans,
  frame: DOMRect,
): Readonly<Record<Edge, Place>> | null {
  const { start, end } = extentOf(spans)
  const first = rectOf(surface.view, { start, end: start + 1 })
  const last = rectOf(surface.view, { start: end - 1, end })
  if (first === null || last === null) return null
  const place = (left: number, rect: DOMRect): Place => ({
    left: left - frame.left,
    top: rect.top - frame.top,
    height: rect.height,
  })
  const startsAtRight = runsFromRight(surface.view, start, first)
  const endsAtLeft = runsFromRight(surface.view, end - 1, last)
  return {
    start: place(startsAtRight ? first.right : first.left, first),
    end: place(endsAtLeft ? last.left : last.right, last),
  }
}
