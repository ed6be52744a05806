import * as Plot from '@observablehq/plot'

import { formatNumber } from '../../shared/language/format.ts'
import type { Chart, Mark, Place } from './chart.ts'
import { shortenedTo, widthOf } from './text-width.ts'

/** The way that the page runs: names stand where lines begin, and what follows grows and goes on from there. */
export type Direction = 'ltr' | 'rtl'

/** Heights in CSS px: of a bar, of a strip of columns, of a row of cells. */
const barHeight = 26
const stripHeight = 84
const cellHeight = 30

/** Most room for names before bars and cells, and for those over cells, in CSS px. */
const mostNames = 220
const mostHeads = 150
/** Between a name or a number and what it belongs to, in CSS px. */
const gap = 8
/** How names over cells are turned, in degrees. */
const turn = 40

/** Room for names of rows, in CSS px, of a plot of some width: as much as they take, but no more than a part of it. */
function nameRoom(rows: readonly Place[], width: number): number {
  const longest = Math.max(0, ...rows.map(({ name }) => widthOf(name)))
  return Math.min(longest, mostNames, Math.round(width * 0.38)) + gap
}

/** Room for names of columns over cells, in CSS px: upwards, and at the side where they end. */
function headRoom(columns: readonly Place[]) {
  const longest = Math.min(mostHeads, Math.max(0, ...columns.map(({ name }) => widthOf(name))))
  const angle = (turn * Math.PI) / 180
  return {
    above: Math.ceil(longest * Math.sin(angle)) + 44,
    aside: Math.max(24, Math.ceil(longest * Math.cos(angle)) - 20),
  }
}

/** How high a chart is drawn, in CSS px. */
export function heightOf({ kind, rows, columns }: Chart): number {
  switch (kind) {
    case 'bars':
      return barsHeight(rows.length)
    case 'columns':
      return rows.length * stripHeight + (hasEras(columns) ? 54 : 40)
    case 'matrix':
      return rows.length * cellHeight + headRoom(columns).above + 8
  }
}

/** How high so many bars are drawn, in CSS px. */
export function barsHeight(count: number): number {
  return count * barHeight + 8
}

function hasEras(columns: readonly Place[]): boolean {
  return columns.some(({ tick }) => tick !== undefined && tick.era !== null)
}

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

function barOptions(chart: Chart, width: number, isMirrored: boolean): Plot.PlotOptions {
  const { marks, rows } = chart
  const room = nameRoom(rows, width)
  const numbers = Math.max(0, ...marks.map(({ shown }) => widthOf(shown)))
  return {
    height: heightOf(chart),
    ...sides(room, numbers + 2 * gap, isMirrored),
    marginTop: 4,
    marginBottom: 4,
    x: {
      axis: null,
      domain: [0, Math.max(1, ...marks.map(({ value }) => value))],
      reverse: isMirrored,
    },
    y: { domain: idsOf(rows), padding: 0.3 },
    marks: [
      rowNames(rows, room, isMirrored),
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

function columnOptions(chart: Chart, width: number, isMirrored: boolean): Plot.PlotOptions {
  const { marks, rows, columns } = chart
  const most = Math.max(1, ...marks.map(({ value }) => value))
  const [start, end] = [Math.max(32, widthOf(formatNumber(most)) + 12), 40]
  // A few columns need not fill the window.
  const narrowed = Math.min(width, start + end + columns.length * 72)
  const tickTexts = tickTextsOf(columns, narrowed - start - end)
  // There is nothing between 0 and 1 to be counted.
  const heights = Math.min(2, most)
  return {
    width: narrowed,
    height: heightOf(chart),
    ...sides(start, end, isMirrored),
    marginTop: 24,
    marginBottom: hasEras(columns) ? 42 : 28,
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
        ticks: [...tickTexts.keys()],
        tickFormat: (id: string) => tickTexts.get(id) ?? '',
      }),
      Plot.ruleY([0]),
      Plot.barY(marks, { x: 'column', y: 'value', fy: 'row', render: marking(marks) }),
      Plot.text(rows, {
        fy: 'id',
        text: ({ name }: Place) => isolated(shortenedTo(name, narrowed - start - end)),
        frameAnchor: isMirrored ? 'top-right' : 'top-left',
        dy: -15,
        className: 'plot-strip',
      }),
    ],
  }
}

/**
 * What stands under columns that share so much room, in CSS px, by their ids: as many as fit beside each other, the last one
 * among them. An era stands under the first of them that it begins with.
 */
function tickTextsOf(columns: readonly Place[], room: number): ReadonlyMap<string, string> {
  const longest = Math.max(0, ...columns.map(({ name, tick }) => widthOf(tick?.short ?? name)))
  const every = Math.max(1, Math.ceil((columns.length * (longest + 16)) / Math.max(1, room)))
  const shown = columns.filter((_, place) => (columns.length - 1 - place) % every === 0)
  return new Map(
    shown.map(({ id, name, tick }, place) => {
      const era = tick === undefined || tick.era === shown[place - 1]?.tick?.era ? null : tick.era
      return [
        id,
        [tick?.short ?? name, era]
          .filter((line) => line !== null)
          .map(isolated)
          .join('\n'),
      ]
    }),
  )
}

function matrixOptions(chart: Chart, width: number, isMirrored: boolean): Plot.PlotOptions {
  const { marks, rows, columns, axes } = chart
  const room = Math.max(nameRoom(rows, width), axes === null ? 0 : widthOf(axes.rows) + 2 * gap)
  const { above, aside } = headRoom(columns)
  const most = Math.max(1, ...marks.map(({ value }) => value))
  const pairs = rows.flatMap((row) => columns.map((column) => ({ row: row.id, column: column.id })))
  const [start, end] = isMirrored ? (['right', 'left'] as const) : (['left', 'right'] as const)
  return {
    width: Math.min(width, room + columns.length * 64 + aside),
    height: heightOf(chart),
    ...sides(room, aside, isMirrored),
    marginTop: above,
    marginBottom: 8,
    x: { domain: idsOf(columns), padding: 0.06, reverse: isMirrored },
    y: { domain: idsOf(rows), padding: 0.06 },
    marks: [
      rowNames(rows, room, isMirrored),
      Plot.axisX({
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickRotate: isMirrored ? turn : -turn,
        tickFormat: namer(columns, mostHeads),
      }),
      ...(axes === null
        ? []
        : [
            Plot.text([`${axes.rows} ↓`], {
              frameAnchor: `top-${start}`,
              textAnchor: end === 'right' ? 'end' : 'start',
              dx: isMirrored ? gap : -gap,
              dy: -14,
              className: 'plot-axis',
            }),
            Plot.text([isMirrored ? `${axes.columns} ←` : `${axes.columns} →`], {
              frameAnchor: `top-${start}`,
              dy: 10 - above,
              className: 'plot-axis',
            }),
          ]),
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

function rowNames(rows: readonly Place[], room: number, isMirrored: boolean) {
  return Plot.axisY({
    anchor: isMirrored ? 'right' : 'left',
    label: null,
    tickSize: 0,
    tickPadding: gap,
    tickFormat: namer(rows, room - gap),
  })
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

/** Names for ids, cut to so much room, in CSS px. */
function namer(places: readonly Place[], room: number): (id: string) => string {
  const names = new Map(places.map(({ id, name }) => [id, name]))
  return (id) => isolated(shortenedTo(names.get(id) ?? id, room))
}

/** A text that runs its own way, whatever that of the drawing is: between FSI and PDI (UAX #9). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
