import { Link2 } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { currentAnnotationOf } from '../../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import type { ArticleSurface } from '../article-surface.ts'
import type { ArticleView } from '../article-view.ts'
import { keepMeasured } from '../keep-measured.ts'
import { rectOf, runsFromRight } from '../scrolling.ts'
import { markEnd } from './end-highlight.ts'
import { beginRelationDrag, type DragPlace } from './relation-drag.ts'

import './relation-knob.css'

/** As the stylesheet has it, in CSS px. */
const knobWidth = 18

/** In CSS px from the page of the article. */
type Place = { readonly left: number; readonly top: number }

/**
 * A knob at the end of the current annotation, to drag onto the annotation that it is to be related to. The keyboard
 * has keys for the same, so it is hidden from assistive tools.
 */
export function RelationKnob({ surface }: { readonly surface: ArticleSurface }) {
  const latest = useWorkbenchAfterPaint(currentAnnotationOf)
  const openId = useWorkbench(({ document }) => document?.document.id)
  const editable = useWorkbenchAfterPaint(({ project }) => project?.readOnly === null)
  const annotation = latest?.documentId === openId && editable ? latest : null
  const layer = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)

  useLayoutEffect(() => {
    const element = layer.current
    if (annotation === null || element === null) {
      setPlace(null)
      return undefined
    }
    const { end } = extentOf(annotation.spans)
    return keepMeasured(element, () => {
      setPlace(placeOf(surface.view, end, element.getBoundingClientRect()))
    })
  }, [surface, annotation])

  // While its target is picked in the text, the source stays to be seen.
  const source = useWorkbench(({ relating }) => relating?.source ?? null)
  useLayoutEffect(() => {
    markEnd(surface.view, 'relation-source', source?.documentId === openId ? source : null)
  }, [surface, source, openId])

  return (
    <div aria-hidden="true" className="relation-knob-layer" ref={layer}>
      {annotation === null || place === null ? null : (
        <Knob annotation={annotation} place={place} surface={surface} />
      )}
    </div>
  )
}

/** Beyond the last letter, in text from right to left on its left; `null` where the text is not shown. */
function placeOf(view: ArticleView, end: number, frame: DOMRect): Place | null {
  const rect = rectOf(view, { start: end - 1, end })
  if (rect === null) return null
  const left = runsFromRight(view, end - 1, rect) ? rect.left - knobWidth : rect.right
  return { left: left - frame.left, top: rect.top - frame.top }
}

function Knob({
  annotation,
  place,
  surface,
}: {
  readonly annotation: Annotation
  readonly place: Place
  readonly surface: ArticleSurface
}) {
  const session = useSession()
  const [dragged, setDragged] = useState<DragPlace | null>(null)
  const stop = useRef<() => void>(() => {})

  useLayoutEffect(() => () => stop.current(), [])

  return (
    <>
      {dragged === null ? null : (
        <svg className="relation-thread" data-drop={dragged.drop}>
          <path d={`M${place.left + 9} ${place.top - 4}L${dragged.x} ${dragged.y}`} />
        </svg>
      )}
      <div
        className="relation-knob"
        data-drop={dragged?.drop}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          // The selection in the text stays as it is.
          event.preventDefault()
          stop.current = beginRelationDrag(
            session,
            surface,
            annotation,
            event.currentTarget,
            event,
            setDragged,
          )
        }}
        style={{ left: place.left, top: place.top }}
        title={t('editor:knob')}
      >
        <Link2 size={12} strokeWidth={2} />
      </div>
    </>
  )
}
