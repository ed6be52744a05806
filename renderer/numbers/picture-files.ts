import { csvRow, protectedCell } from '../../shared/exchange/csv-cells.ts'
import { withStandIns } from '../../shared/exchange/xml-characters.ts'
import { directions } from '../../shared/language/languages.ts'
import { presentLanguage } from '../../shared/language/present-language.ts'
import type { Chart } from './chart.ts'
import { textSize, widthOf } from './text-width.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'
/** Room for the title above the plot, in CSS px. */
const headRoom = 34
/** Size of its letters, and room beside it, in CSS px. */
const titleSize = 15
const titleMargin = 4
/** Pixels of the PNG for each CSS px. */
const scale = 2

const colors = ['fill', 'stroke'] as const
const properties = [
  'fill-opacity',
  'stroke-opacity',
  'stroke-width',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
] as const

/** A plot as a file of its own: what the stylesheet says of it is written into it, in plain colours, with its title above. */
export function svgFile(plot: SVGSVGElement, { title }: Pick<Chart, 'title'>): string {
  const copy = plot.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy is of the same kind')
  const originals = [plot, ...plot.querySelectorAll('*')]
  for (const [place, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[place]
    if (original !== undefined) settle(element, getComputedStyle(original))
  }
  const [width, height] = [plot.width.baseVal.value, plot.height.baseVal.value]
  const direction = directions[presentLanguage()]
  const aside = roomForOtherLetters(plot)
  const wide = Math.max(width + 2 * aside, widthOfTitle(title))
  // Where lines begin, the plot stays at the edge.
  const left = direction === 'ltr' ? -aside : width + aside - wide
  const whole = { x: left, y: -headRoom, width: wide, height: height + headRoom }
  copy.setAttribute('viewBox', `${left} ${-headRoom} ${wide} ${whole.height}`)
  copy.setAttribute('width', String(wide))
  copy.setAttribute('height', String(whole.height))
  // Its places are counted from the left, also in a page that runs the other way.
  copy.setAttribute('direction', 'ltr')
  const style = getComputedStyle(plot)
  const name = document.createElementNS(svgNamespace, 'title')
  name.textContent = title
  copy.prepend(
    name,
    svgElement('rect', { ...whole, fill: plainColor(style.getPropertyValue('--paper')).color }),
    svgElement(
      'text',
      {
        x: direction === 'ltr' ? left + titleMargin : left + wide - titleMargin,
        y: -12,
        direction,
        fill: plainColor(style.color).color,
        'text-anchor': 'start',
        'font-size': titleSize,
        'font-weight': 600,
        'font-family': style.fontFamily,
      },
      title,
    ),
  )
  copy.setAttribute('xmlns', svgNamespace)
  // Names may hold characters that XML cannot.
  const xml = withStandIns(new XMLSerializer().serializeToString(copy))
  // oxlint-disable-next-line verbatim/no-untranslated-text -- XML
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`
}

/** The same as pixels, two for each CSS px. `null` where the browser cannot draw it. */
export async function pngFile(svg: string): Promise<Uint8Array | null> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}

/** A text without the signs that keep the directions in it apart on screen (U+2068, U+2069): names of files and data need none. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2068\u2069]/gu, '')
}

/** The numbers as CSV (RFC 4180); no spreadsheet takes a name for a formula. */
export function csvFile({ table }: Pick<Chart, 'table'>): string {
  return [table.head, ...table.body]
    .map((row) =>
      csvRow(
        row.map((cell) =>
          typeof cell === 'number' ? String(cell) : protectedCell(withoutIsolates(cell)),
        ),
      ),
    )
    .join('')
}

/** Writes the style that an element has into it, and takes away what only the page needs. */
function settle(element: Element, style: CSSStyleDeclaration): void {
  for (const name of element.getAttributeNames()) {
    if (/^(?:aria-|data-|role$|tabindex$|class$)/.test(name)) element.removeAttribute(name)
  }
  if (element.tagName === 'title') return
  for (const name of colors) {
    const value = style.getPropertyValue(name)
    if (value === 'none') element.setAttribute(name, 'none')
    else {
      const { color, opacity } = plainColor(value)
      element.setAttribute(name, color)
      if (opacity < 1) element.setAttribute(`${name}-opacity`, String(opacity))
    }
  }
  for (const name of properties) {
    const value = style.getPropertyValue(name)
    const isUsual = value === '1' && (name.endsWith('opacity') || name === 'stroke-width')
    if (value !== '' && !isUsual) element.setAttribute(name, value)
  }
}

const known = new Map<string, { readonly color: string; readonly opacity: number }>()
const canvas = document.createElement('canvas')
canvas.width = 1
canvas.height = 1
const pixel = canvas.getContext('2d', { willReadFrequently: true })

/** How much more room a text of a plot takes, in CSS px rounded up, in letters of the system. */
function roomForOtherLetters(plot: SVGSVGElement): number {
  if (pixel === null) return 0
  // oxlint-disable-next-line verbatim/no-untranslated-text -- CSS
  pixel.font = `${textSize}px system-ui, sans-serif`
  const more = Array.from(plot.querySelectorAll('text'), ({ textContent }) =>
    Math.ceil((pixel?.measureText(textContent).width ?? 0) - widthOf(textContent)),
  )
  return Math.max(0, ...more)
}

/** Room that a title takes, in CSS px rounded up: in letters of the system, since a picture has no others with it. */
function widthOfTitle(title: string): number {
  if (pixel === null) return 0
  // oxlint-disable-next-line verbatim/no-untranslated-text -- CSS
  pixel.font = `600 ${titleSize}px system-ui, sans-serif`
  return Math.ceil(pixel.measureText(title).width) + 2 * titleMargin
}

/** Any CSS colour as `#rrggbb`, which every program reads, and how opaque it is, from 0 to 1. */
function plainColor(value: string): { readonly color: string; readonly opacity: number } {
  const before = known.get(value)
  if (before !== undefined || pixel === null) return before ?? { color: '#000000', opacity: 1 }
  pixel.clearRect(0, 0, 1, 1)
  pixel.fillStyle = value
  pixel.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 255] = pixel.getImageData(0, 0, 1, 1).data
  const hex = (part: number) => part.toString(16).padStart(2, '0')
  const plain = { color: `#${hex(red)}${hex(green)}${hex(blue)}`, opacity: alpha / 255 }
  known.set(value, plain)
  return plain
}

function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = '',
): SVGElement {
  const made = document.createElementNS(svgNamespace, name)
  if (!(made instanceof SVGElement)) throw new Error(`${name} is no part of SVG`)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.textContent = content
  return made
}
