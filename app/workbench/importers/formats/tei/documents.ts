import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { withoutStandIns } from '../../../../../shared/exchange/xml-characters.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { Decoding, ForeignAnnotation, ForeignDocument } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import {
  elementsBelow,
  elementsOf,
  walk,
  wordsOf,
  xmlId,
  type XmlElement,
} from '../../xml-source/xml-tree.ts'
import { metadataIn } from './header.ts'
import { inlineAnnotations } from './inline-annotations.ts'
import { plainTextOf, type PlainText } from './plain-text.ts'
import { elementsById, pointersIn, type Pointers } from './pointers.ts'
import { keysOf, standOffAnnotation, standOffElements, standOffRelations } from './stand-off.ts'
import {
  idIn,
  isVerbatimTei,
  verbatimDetails,
  verbatimMetadata,
  verbatimRelations,
} from './verbatim-tei.ts'

/** The documents of a file: every `TEI` element that has a text of its own, within a corpus or another one. */
export function documentsIn(root: XmlElement): readonly XmlElement[] {
  return [...elementsBelow(root)].filter(
    (element) => element.name === 'TEI' && bodiesOf(element).length > 0,
  )
}

/** Bodies of the texts of a document, those of other documents within it left out. */
function bodiesOf(tei: XmlElement): readonly XmlElement[] {
  const bodies: XmlElement[] = []
  const steps = walk(tei)
  for (let step = steps.next(); step.done !== true;) {
    const { value } = step
    const entered = value.kind === 'enter' ? value.element : null
    if (entered?.name === 'body') bodies.push(entered)
    const isOther = entered !== null && entered !== tei && isOwnDocument(entered)
    step = steps.next(entered === null || !(entered.name === 'body' || isOther))
  }
  return bodies
}

function isOwnDocument(element: XmlElement): boolean {
  return element.name === 'TEI' && elementsOf(element, 'text').length > 0
}

export function documentOf(
  tei: XmlElement,
  { place, decoding }: { readonly place: string | null; readonly decoding: Decoding },
): ForeignDocument {
  const text = plainTextOf(bodiesOf(tei))
  const elements = elementsById(elementsBelow(tei))
  const pointers = pointersIn(text, elements)
  const own = isVerbatimTei(tei)
  const inline = inlineAnnotations(text, pointers)
  const taken = standOff(tei, new Set(inline.map(({ key }) => key)), pointers, own)
  const annotations = [...inline, ...taken.annotations]
  const joined = own
    ? { relations: verbatimRelations(tei), others: 0 }
    : standOffRelations(tei, new Set(annotations.map(({ key }) => key)))
  return {
    place,
    id: own ? idIn(tei.attributes.get(xmlId)) : null,
    metadata: own ? verbatimMetadata(tei) : metadataIn(tei),
    text: withDeclaredCharacters(text, pointers),
    decoding,
    offsetUnit: 'utf16',
    quoteForm: 'exact',
    annotations,
    relations: joined.relations,
    provenance: null,
    refused: taken.refused,
    changed: own ? [] : lossesOf(tei, text, joined.others),
  }
}

function standOff(
  tei: XmlElement,
  keys: ReadonlySet<string>,
  pointers: Pointers,
  own: boolean,
): { readonly annotations: readonly ForeignAnnotation[]; readonly refused: readonly Remark[] } {
  const elements = standOffElements(tei)
  const named = keysOf(
    elements.map(({ element }) => element),
    keys,
  )
  const annotations: ForeignAnnotation[] = []
  const refused: Remark[] = []
  for (const [index, each] of elements.entries()) {
    const key = named[index] ?? ''
    const read = standOffAnnotation(each, key, pointers)
    if ('code' in read) refused.push(read)
    else {
      const details = own ? verbatimDetails(each.element, key, pointers) : {}
      annotations.push({ ...read, ...details })
    }
  }
  return { annotations, refused }
}

/** Characters that `g` elements stand for, where the header declares them by their code points. */
function withDeclaredCharacters(
  { text, characters, places }: PlainText,
  pointers: Pointers,
): string {
  const replaced = characters.flatMap((element) => {
    const declared = pointers.element(element.attributes.get('ref') ?? '')
    const mapping = declared === null ? undefined : elementsOf(declared, 'mapping')[0]
    const code = mapping === undefined ? null : /^U\+([0-9A-F]{4})$/.exec(wordsOf(mapping))?.[1]
    const place = places.get(element)
    if (code === undefined || code === null || place === undefined) return []
    return [{ offset: place.start, character: String.fromCharCode(Number.parseInt(code, 16)) }]
  })
  return withoutStandIns(text, replaced)
}

function lossesOf(
  tei: XmlElement,
  { leftOut, unmarked }: PlainText,
  otherRelations: number,
): readonly Remark[] {
  const counted = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([name, count]) => `${name} (${count})`).join(', ')
  const reasons = [
    leftOut.size === 0 ? null : t('remarks:tei.leftOut', { elements: counted(leftOut) }),
    unmarked.size === 0 ? null : t('remarks:tei.onlyText', { elements: counted(unmarked) }),
    otherRelations === 0 ? null : t('remarks:tei.otherRelations', { count: otherRelations }),
    elementsOf(tei, 'teiHeader').length === 0 ? null : t('remarks:tei.header'),
  ]
  return reasons.flatMap((reason) =>
    reason === null ? [] : [remark({ thing: 'other', code: 'notHeld', reason })],
  )
}
