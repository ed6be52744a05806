import type { XmlElement } from '../../xml-source/xml-tree.ts'
import { walk, xmlId, xmlSpace } from '../../xml-source/xml-tree.ts'
import { kindOf, type ElementKind } from './element-kinds.ts'
import { startLayout, type LaidOutText, type Separator } from './text-layout.ts'

/** Where an element is: in all characters of the file, and in the text. UTF-16 code units, half-open. */
type ElementPlace = {
  readonly rawStart: number
  readonly rawEnd: number
  readonly start: number
  readonly end: number
}

export type PlainText = LaidOutText & {
  /** Of every element with an id, every annotation in the text, and every `g`. */
  readonly places: ReadonlyMap<XmlElement, ElementPlace>
  /** In the order of their start tags. */
  readonly annotated: readonly XmlElement[]
  readonly characters: readonly XmlElement[]
  /** How many elements of which name had text that was left out, and how many lost their markup alone. */
  readonly leftOut: ReadonlyMap<string, number>
  readonly unmarked: ReadonlyMap<string, number>
}

type Open = {
  readonly element: XmlElement
  readonly kind: ElementKind
  readonly verbatim: boolean
  readonly rawStart: number
  start: number | null
}

const separatorOf: Readonly<Partial<Record<ElementKind, Separator>>> = {
  paragraph: '\n\n',
  line: '\n',
  cell: '\t',
}

/** The running text of elements, one after the other, as plain text. */
export function plainTextOf(roots: readonly XmlElement[]): PlainText {
  const layout = startLayout()
  const places = new Map<XmlElement, ElementPlace>()
  const annotated: XmlElement[] = []
  const characters: XmlElement[] = []
  const leftOut = new Map<string, number>()
  const unmarked = new Map<string, number>()
  const open: Open[] = []
  let outside = 0

  function enter(element: XmlElement): void {
    const parent = open.at(-1)
    const kind = kindOf(element, parent?.element ?? null)
    const space = element.attributes.get(xmlSpace)
    const verbatim = space === undefined ? parent?.verbatim === true : space === 'preserve'
    const entry: Open = { element, kind, verbatim, rawStart: layout.raw(), start: null }
    open.push(entry)
    if (kind === 'leftOut') {
      if (outside === 0) count(leftOut, element.name)
      outside += 1
    }
    if (outside > 0) return
    if (kind === 'annotation') annotated.push(element)
    if (element.name === 'g') characters.push(element)
    else if (kind === 'inline') count(unmarked, element.name)
    layout.separate(separatorOf[kind] ?? '')
    const joins = element.attributes.get('break') === 'no'
    if (kind === 'lineBreak' && !joins) layout.separate('\n')
    if (kind === 'pageBreak' && !joins) layout.separate(' ')
    if (isPlaced(element, kind)) {
      layout.whenNext((out) => {
        if (entry.start === null) entry.start = out
      })
    }
  }

  function leave(): void {
    const entry = open.pop()
    if (entry === undefined) return
    const { element, kind, rawStart } = entry
    if (isPlaced(element, kind)) {
      const end = layout.out()
      const start = entry.start ?? end
      entry.start = start
      places.set(element, { rawStart, rawEnd: layout.raw(), start, end })
    }
    if (outside === 0) layout.separate(separatorOf[kind] ?? '')
    if (kind === 'leftOut') outside -= 1
  }

  for (const root of roots) {
    for (const step of walk(root)) {
      if (step.kind === 'text') {
        if (outside > 0) layout.skip(step.text)
        else layout.write(step.text, open.at(-1)?.verbatim === true)
      } else if (step.kind === 'enter') enter(step.element)
      else leave()
    }
  }
  return { ...layout.done(), places, annotated, characters, leftOut, unmarked }
}

function isPlaced({ name, attributes }: XmlElement, kind: ElementKind): boolean {
  return kind === 'annotation' || name === 'g' || attributes.has(xmlId)
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
