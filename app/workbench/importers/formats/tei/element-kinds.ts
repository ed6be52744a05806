import { elementsOf, type XmlElement } from '../../xml-source/xml-tree.ts'

/*
 * How elements of TEI become plain text (P5, chapter 3 and the chapters on verse, drama and speech). White space in the file
 * is one space, none at the edges of blocks, and stays as it is under `xml:space="preserve"`.
 */

/** Stand apart from what is around them by an empty line. */
const paragraphs = words(
  'ab argument body byline castList closer dateline div div1 div2 div3 div4 div5 div6 div7 docAuthor docDate docImprint docTitle epigraph figure floatingText group head lg list listBibl opener p postscript salute signed sp spGrp table text titlePart trailer u',
)

/** Stand on lines of their own. */
const lines = words('addrLine castItem item l row speaker stage')

/** Stand apart by a tab. */
const cells = words('cell')

/** Begin a line of the page: a line feed, or nothing where it says that no word ends here. */
const lineBreaks = words('lb')

/** Begin a page, column or gathering: at most a space. */
const pageBreaks = words('cb gb milestone pb')

/** Are no part of the running text: apparatus, notes, deletions, and what says something of the text. */
const leftOut = words(
  'alt altGrp annotation annotationBlock back certainty damageSpan del delSpan desc fLib fs fvLib figDesc front fw gap index interp interpGrp join joinGrp link linkGrp listAnnotation listRelation metamark note notesStmt precision relation respons rt space span spanGrp standOff substJoin surplus teiHeader timeline xenoData',
)

/** Say of their text what an analyst asks for: each is an annotation, labelled by its name. */
const annotated = words('geogName name orgName persName placeName q quote rs said')

export type ElementKind =
  | 'paragraph'
  | 'line'
  | 'cell'
  | 'lineBreak'
  | 'pageBreak'
  | 'leftOut'
  | 'annotation'
  /** Its text is part of the running text and nothing else of it is kept. */
  | 'inline'

/** `parent` decides between readings of the same passage. */
export function kindOf(element: XmlElement, parent: XmlElement | null): ElementKind {
  const { name } = element
  if (isOtherReading(element, parent)) return 'leftOut'
  if (pageBreaks.has(name)) return 'pageBreak'
  if (leftOut.has(name)) return 'leftOut'
  if (paragraphs.has(name)) return 'paragraph'
  if (lines.has(name)) return 'line'
  if (cells.has(name)) return 'cell'
  if (lineBreaks.has(name)) return 'lineBreak'
  return annotated.has(name) ? 'annotation' : 'inline'
}

/** Readings that give way to another one beside them. */
const editedReading: Readonly<Record<string, string>> = {
  sic: 'corr',
  orig: 'reg',
  abbr: 'expan',
  am: 'ex',
}

/** Of a choice the edited reading is the text: the correction, the regular form, the expansion; of an apparatus the lemma. */
function isOtherReading({ name }: XmlElement, parent: XmlElement | null): boolean {
  if (parent?.name === 'choice') return childNames(parent).has(editedReading[name] ?? '')
  return parent?.name === 'app' && name !== 'lem' && childNames(parent).has('lem')
}

const namesOfChildren = new WeakMap<XmlElement, ReadonlySet<string>>()

/** Kept, because each of many children asks. */
function childNames(parent: XmlElement): ReadonlySet<string> {
  const known = namesOfChildren.get(parent)
  if (known !== undefined) return known
  const names = new Set(elementsOf(parent).map(({ name }) => name))
  namesOfChildren.set(parent, names)
  return names
}

function words(names: string): ReadonlySet<string> {
  return new Set(names.split(' '))
}
