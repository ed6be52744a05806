import { useEffect, useRef, useState } from 'react'

import { directions } from '../../shared/language/languages.ts'
import { presentLanguage } from '../../shared/language/present-language.ts'
import type { Chart } from './chart.ts'
import type { Choice } from './count-filter.ts'
import { drawPlot, heightOf } from './draw-plot.ts'
import { takeTurn } from './drawing-turns.ts'
import { isMarkKey, stepMark } from './mark-steps.ts'

/**
 * The drawn chart. Its marks that filter are reached as one stop of Tab and by arrow keys among them; Enter and Space press
 * them. Its room is kept until it is drawn.
 */
export function PlotOf({
  chart,
  onChoose,
}: {
  readonly chart: Chart
  readonly onChoose: (choice: Choice) => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const present = useRef<string | null>(null)
  const width = useWidth(place)

  useEffect(() => {
    const element = place.current
    if (element === null || width === 0) return undefined
    return takeTurn(element, () => {
      showPlot(element, chart, { width, present, onChoose })
    })
  }, [chart, width, onChoose])

  return (
    <div
      className="plot-place"
      data-filtered={chart.marks.some(isChosen) || undefined}
      ref={place}
      style={{ minHeight: heightOf(chart) }}
    />
  )
}

/** Draws a chart in place of what an element holds, and has its marks answer; what the keyboard was at, it is at again. */
function showPlot(
  on: HTMLElement,
  chart: Chart,
  {
    width,
    present,
    onChoose,
  }: {
    readonly width: number
    /** Id of the mark that Tab leads to. */
    readonly present: { current: string | null }
    readonly onChoose: (choice: Choice) => void
  },
): void {
  const hadFocus = on.contains(document.activeElement)
  const direction = directions[presentLanguage()]
  const plot = drawPlot(chart, width, direction)
  on.replaceChildren(plot)
  const buttons = new Map(
    Array.from(plot.querySelectorAll<SVGElement>('[role="button"]'), (button) => [
      button.dataset['mark'] ?? '',
      button,
    ]),
  )
  const [first = null] = buttons.keys()
  if (present.current === null || !buttons.has(present.current)) present.current = first
  const entry = present.current === null ? undefined : buttons.get(present.current)
  entry?.setAttribute('tabindex', '0')
  if (hadFocus) entry?.focus()

  const markOf = (event: Event) => {
    const id = event.target instanceof Element ? buttonAt(event.target)?.dataset['mark'] : undefined
    return chart.marks.find((mark) => mark.id === id) ?? null
  }
  const goTo = (id: string): void => {
    for (const [key, button] of buttons) button.setAttribute('tabindex', key === id ? '0' : '-1')
    present.current = id
    buttons.get(id)?.focus()
  }
  plot.addEventListener('click', (event) => {
    const mark = markOf(event)
    if (mark === null || mark.choice === null) return
    goTo(mark.id)
    onChoose(mark.choice)
  })
  plot.addEventListener('keydown', (event) => {
    const mark = markOf(event)
    if (mark === null || mark.choice === null) return
    if (event.key === 'Enter' || event.key === ' ') onChoose(mark.choice)
    else if (isMarkKey(event.key)) {
      const next = stepMark(chart, mark, event.key, direction)
      if (next !== null) goTo(next.id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
}

function isChosen({ isChosen: chosen }: Chart['marks'][number]): boolean {
  return chosen
}

function buttonAt(target: Element): SVGElement | null {
  return target.closest<SVGElement>('[role="button"]')
}

/** Width of the content of an element in CSS px, as it changes; the last one while it is not shown, 0 before it is laid out. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    // It tells the first width, too, without having the page laid out for it.
    const observer = new ResizeObserver(() => {
      const now = Math.floor(element.clientWidth)
      if (now > 0) setWidth(now)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [place])
  return width
}
