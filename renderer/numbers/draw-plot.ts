import * as Plot from '@observablehq/plot'

import { formatNumber } from '../../shared/language/format.ts'
import type { Chart, Mark, Place } from './chart.ts'

/** The way that the page runs: names stand where lines begin, and what follows grows and goes on from there. */
export type Direction = 'ltr' | 'rtl'

/** Heights in CSS px: of a bar, of a strip of columns, of a row of cells. */
const barHeight = 26
const stripHeight = 84
const cellHeight = 30

/** Room for names before bars and cells, in CSS px, of a plot of some width. */
const nameRoom = (width: number): number => Math.min(200, Math.round(width * 0.38))
/** Widest letters of a name take about so much, in CSS px. */
const letterWidth = 6.6

/**
 * A chart as SVG of a width in CSS px. Colours and type are left to the stylesheet but for those that are data; each mark
 * carries its id as `data-mark`.
 */
export function drawPlot(chart: Chart, width: number, direction: Direction): SVGSVGElement {
  const plot = Plot.plot({ width, ...optionsOf(chart, width, direction) })
  if (!(plot instanceof SVGSVGElement)) throw new Error('a plot without a legend is one picture')
  // The content security policy allows no style elements; the stylesheet says the same.
  plot.querySelector('style')?.remove()
  plot.removeAttribute('class')
  plot.setAttribute('class', 'plot')
  for (const part of plot.querySelectorAll('[aria-label]:not([data-mark])')) {
    part.removeAttribute('aria-label')
  }
  for (const part of plot.children) {
    if (part.querySelector('[role="button"]') === null) part.setAttribute('aria-hidden', 'true')
  }
  return plot
}

function optionsOf(chart: Chart, width: number, direction: Direction): Plot.PlotOptions {
  const isMirrored = direction === 'rtl'
  switch (chart.kind) {
    case 'bars':
      return barOptions(chart, width, isMirrored)
    case 'columns':
      return columnOptions(chart, width, isMirrored)
    case 'matrix':
      return matrixOptions(chart, width, isMirrored)
  }
}

/** Room at the sides, in CSS px: where lines begin and where they end. */
function sides(start: number, end: number, isMirrored: boolean) {
  return isMirrored
    ? { marginLeft: end, marginRight: start }
    : { marginLeft: start, marginRight: end }
}

function barOptions({ marks, rows }: Chart, width: number, isMirrored: boolean): Plot.PlotOptions {
  const room = nameRoom(width)
  return {
    height: rows.length * barHeight + 8,
    ...sides(room, 96, isMirrored),
    marginTop: 4,
    marginBottom: 4,
    x: {
      axis: null,
      domain: [0, Math.max(1, ...marks.map(({ value }) => value))],
      reverse: isMirrored,
    },
    y: { domain: idsOf(rows), padding: 0.3 },
    marks: [
      Plot.axisY({
        anchor: isMirrored ? 'right' : 'left',
        label: null,
        tickSize: 0,
        tickFormat: namer(rows, room),
      }),
      Plot.barX(marks, { x: 'value', y: 'row', render: marking(marks) }),
      Plot.text(marks, {
        x: 'value',
        y: 'row',
        text: ({ shown }: Mark) => isolated(shown),
        textAnchor: isMirrored ? 'end' : 'start',
        dx: isMirrored ? -6 : 6,
      }),
    ],
  }
}

function columnOptions(
  { marks, rows, columns }: Chart,
  width: number,
  isMirrored: boolean,
): Plot.PlotOptions {
  // A few columns need not fill the window.
  const narrowed = Math.min(width, 120 + columns.length * 72)
  const longest = Math.max(0, ...columns.map(({ name }) => name.length))
  const tickRoom = Math.max(84, longest * letterWidth + 12)
  const every = Math.max(1, Math.ceil((columns.length * tickRoom) / Math.max(1, narrowed - 96)))
  const ticks = columns.filter((_, place) => (columns.length - 1 - place) % every === 0)
  const most = Math.max(1, ...marks.map(({ value }) => value))
  // There is nothing between 0 and 1 to be counted.
  const heights = Math.min(2, most)
  return {
    width: narrowed,
    height: rows.length * stripHeight + 40,
    ...sides(56, 40, isMirrored),
    marginTop: 24,
    marginBottom: 28,
    x: { domain: idsOf(columns), padding: 0.15, reverse: isMirrored },
    y: { domain: [0, most], nice: true },
    fy: { domain: idsOf(rows), padding: 0.3, axis: null },
    marks: [
      Plot.gridY({ ticks: heights }),
      Plot.axisY({
        anchor: isMirrored ? 'right' : 'left',
        label: null,
        ticks: heights,
        tickSize: 0,
        tickFormat: (height: number) => formatNumber(height),
      }),
      Plot.axisX({
        label: null,
        tickSize: 3,
        ticks: idsOf(ticks),
        tickFormat: namer(columns, 1000),
      }),
      Plot.ruleY([0]),
      Plot.barY(marks, { x: 'column', y: 'value', fy: 'row', render: marking(marks) }),
      Plot.text(rows, {
        fy: 'id',
        text: ({ name }: Place) => isolated(name),
        frameAnchor: isMirrored ? 'top-right' : 'top-left',
        dy: -15,
        className: 'plot-strip',
      }),
    ],
  }
}

function matrixOptions(
  { marks, rows, columns }: Chart,
  width: number,
  isMirrored: boolean,
): Plot.PlotOptions {
  const room = nameRoom(width)
  const most = Math.max(1, ...marks.map(({ value }) => value))
  const pairs = rows.flatMap((row) => columns.map((column) => ({ row: row.id, column: column.id })))
  return {
    width: Math.min(width, room + columns.length * 64 + 110),
    height: rows.length * cellHeight + 132,
    ...sides(room, 90, isMirrored),
    marginTop: 124,
    marginBottom: 8,
    x: { domain: idsOf(columns), padding: 0.06, reverse: isMirrored },
    y: { domain: idsOf(rows), padding: 0.06 },
    marks: [
      Plot.axisY({
        anchor: isMirrored ? 'right' : 'left',
        label: null,
        tickSize: 0,
        tickFormat: namer(rows, room),
      }),
      Plot.axisX({
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickRotate: isMirrored ? 40 : -40,
        tickFormat: namer(columns, 150),
      }),
      Plot.cell(pairs, { x: 'column', y: 'row', className: 'plot-empty' }),
      Plot.cell(marks, {
        x: 'column',
        y: 'row',
        fillOpacity: ({ value }: Mark) => 0.1 + (0.4 * value) / most,
        render: marking(marks),
      }),
      Plot.text(marks, { x: 'column', y: 'row', text: ({ shown }: Mark) => isolated(shown) }),
    ],
  }
}

/** Makes buttons of the drawn marks that filter, and gives each its colour. */
function marking(marks: readonly Mark[]): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next?.(index, scales, values, dimensions, context) ?? null
    for (const [place, element] of [...(group?.children ?? [])].entries()) {
      const mark = marks[index[place] ?? -1]
      if (mark !== undefined) describeMark(element, mark)
    }
    return group
  }
}

function describeMark(element: Element, mark: Mark): void {
  element.setAttribute('data-mark', mark.id)
  element.setAttribute('fill', mark.color ?? 'var(--accent)')
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.textContent = mark.words
  element.append(title)
  if (mark.choice === null) {
    element.setAttribute('aria-hidden', 'true')
    return
  }
  element.setAttribute('role', 'button')
  element.setAttribute('aria-label', mark.words)
  element.setAttribute('aria-pressed', String(mark.isChosen))
  element.setAttribute('tabindex', '-1')
}

function idsOf(places: readonly Place[]): string[] {
  return places.map(({ id }) => id)
}

/** Names for ids, cut to what there is room for. */
function namer(places: readonly Place[], room: number): (id: string) => string {
  const names = new Map(places.map(({ id, name }) => [id, name]))
  const most = Math.max(6, Math.floor((room - 14) / letterWidth))
  return (id) => isolated(shortened(names.get(id) ?? id, most))
}

/** A text that runs its own way, whatever that of the drawing is: between FSI and PDI (UAX #9). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** At most so many graphemes of a name. */
function shortened(name: string, most: number): string {
  const graphemes = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment)
  return graphemes.length > most ? `${graphemes.slice(0, most - 1).join('')}…` : name
}
