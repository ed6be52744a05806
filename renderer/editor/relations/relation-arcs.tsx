import { mergeRegister, registerEventListener } from 'lexical'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'

import type { RelationType } from '../../../shared/model/relation-type.ts'
import { visitAnnotation } from '../../commands/visiting.ts'
import { relationSentence, typeName } from '../../relations/relation-words.ts'
import { useJoinedRelations, type Joined } from '../../relations/use-joined-relations.ts'
import { documentTitle } from '../../store/selectors.ts'
import type { WorkbenchState } from '../../store/state.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import type { ArticleSurface } from '../article-surface.ts'
import { keepMeasured } from '../keep-measured.ts'
import { assignArcLanes } from './arc-lanes.ts'
import { drawArcs, stretchesOf, type ArcPlan, type DrawnArc } from './drawn-arcs.ts'

import './relation-arcs.css'

/** Types are told apart by dashes as well as by tint; the sixth looks like the first again. */
const styles = 5

/**
 * Relations as thin lines in the margin of the article. They scroll with its page; drawing happens after the text is on
 * screen, for what is near the window. The panel has the same as links, so they are hidden from assistive tools.
 */
export function RelationArcs({ surface }: { readonly surface: ArticleSurface }) {
  const openId = useWorkbench(({ document }) => document?.document.id)
  const plan = useArcPlan()
  const layer = useRef<HTMLDivElement>(null)
  const [arcs, setArcs] = useState<readonly DrawnArc[]>([])
  const shown = plan !== null && plan.documentId === openId ? plan : null

  useLayoutEffect(() => {
    const element = layer.current
    const scroller = element?.closest<HTMLElement>('.article-scroller')
    const text = element?.parentElement?.querySelector<HTMLElement>('.article-text')
    if (shown === null || !element || !scroller || !text) {
      setArcs([])
      return undefined
    }
    return keepDrawn(element, scroller, () => {
      setArcs(drawArcs(surface, shown, { layer: element, scroller, text }))
    })
  }, [surface, shown])

  return (
    <div aria-hidden="true" className="relation-layer" ref={layer}>
      <svg className="relation-arcs">
        {arcs.map((arc) => (
          <Arc arc={arc} key={arc.relation.id} />
        ))}
      </svg>
    </div>
  )
}

function Arc({ arc }: { readonly arc: DrawnArc }) {
  const session = useSession()
  const types = useWorkbenchAfterPaint(({ project }) => project?.relationTypes ?? [])
  const current = useWorkbenchAfterPaint(({ currentId }) =>
    currentId === arc.from.id ? 'from' : currentId === arc.to.id ? 'to' : null,
  )
  const sentence = useWorkbenchAfterPaint((state) => sentenceOf(state, arc))
  const { line, arrow, name } = arc.shape
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- links and a key do the same
    <g
      className="relation-arc"
      data-current={current !== null || undefined}
      data-style={styleOf(types, arc.relation.type)}
      onClick={() => {
        void visitAnnotation(
          session,
          current === 'from' ? arc.to : current === 'to' ? arc.from : arc.to,
        )
      }}
    >
      <title>{sentence}</title>
      <path className="relation-arc-reach" d={line} />
      <path className="relation-arc-line" d={line} />
      <path className="relation-arc-arrow" d={arrow} />
      <text
        className="relation-arc-name"
        data-cramped={name.cramped || undefined}
        textAnchor={name.anchor}
        transform={`translate(${name.x} ${name.y})${name.upright ? ' rotate(-90)' : ''}`}
      >
        {typeName(types, arc.relation.type)}
      </text>
    </g>
  )
}

/** Everything that arcs are drawn from; it stays the same while no relation and no end of one changes. */
function useArcPlan(): ArcPlan | null {
  const documentId = useWorkbenchAfterPaint(({ document }) => document?.document.id ?? null)
  const joined = useJoinedRelations()
  return useMemo(
    () =>
      documentId === null
        ? null
        : { documentId, joined, lanes: assignArcLanes(stretchesOf(joined)) },
    [documentId, joined],
  )
}

/** Draws now, when the text is set anew, and when scrolling brings in what is not drawn or not laid out. */
function keepDrawn(layer: HTMLElement, scroller: HTMLElement, draw: () => void): () => void {
  let drawnAt = scroller.scrollTop
  let frame = 0
  const drawHere = (): void => {
    drawnAt = scroller.scrollTop
    draw()
  }
  const drawSoon = (): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(drawHere)
  }
  const stop = mergeRegister(
    keepMeasured(layer, drawHere),
    registerEventListener(scroller, 'contentvisibilityautostatechange', drawSoon, true),
    registerEventListener(
      scroller,
      'scroll',
      () => {
        if (Math.abs(scroller.scrollTop - drawnAt) > scroller.clientHeight / 2) drawSoon()
      },
      { passive: true },
    ),
  )
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}

function sentenceOf({ project, document: open }: WorkbenchState, { relation, from, to }: Joined) {
  if (project === null) return ''
  const name = typeName(project.relationTypes, relation.type)
  const sentence = relationSentence(project.labels, name, from, to)
  const far = [from, to].find(({ documentId }) => documentId !== open?.document.id)
  if (far === undefined) return sentence
  return `${sentence} (${documentTitle({ project }, far.documentId) ?? ''})`
}

function styleOf(types: readonly RelationType[], id: string): number {
  return (types.find((type) => type.id === id)?.position ?? styles - 1) % styles
}
