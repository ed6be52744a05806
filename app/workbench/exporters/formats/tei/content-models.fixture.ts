import { xmlId, xmlSpace, type XmlElement } from '../../../importers/xml-source/xml-tree.ts'

/** What an element of ours holds: the names of its children in order, as an expression, `#` for text, and its attributes. */
type Model = { readonly content: RegExp; readonly attributes?: Readonly<Record<string, RegExp>> }

/** Datatypes of TEI P5 (1.4.2), as they are for what we write. */
const name = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u
const word = /^[^\p{C}\p{Z}\s]+$/u
const pointer = /^(?:#\S+|urn:uuid:\S+)$/
const when = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?)?)?$/
const any = /^/

const empty: RegExp = /^$/
const text: RegExp = /^#?$/

/**
 * The part of TEI All that we write, narrower than it: each content model here is one that P5 allows (its reference page of
 * the element), so that a file that keeps to these keeps to the whole.
 */
const models: Readonly<Record<string, Model>> = {
  TEI: { content: /^teiHeader text (?:standOff )?$/, attributes: { [xmlId]: name } },
  teiHeader: { content: /^fileDesc encodingDesc profileDesc revisionDesc $/ },
  fileDesc: { content: /^titleStmt publicationStmt (?:notesStmt )?sourceDesc $/ },
  titleStmt: { content: /^title (?:author )?(?:respStmt )*$/ },
  title: { content: text },
  author: { content: text },
  respStmt: { content: /^resp name $/, attributes: { [xmlId]: name } },
  resp: { content: text },
  name: { content: text, attributes: { type: word } },
  publicationStmt: { content: /^p $/ },
  p: { content: text },
  notesStmt: { content: /^(?:note )+$/ },
  note: { content: text, attributes: { type: word, n: any } },
  sourceDesc: { content: /^(?:p|bibl) $/ },
  bibl: { content: /^(?:publisher )?(?:date )?(?:idno )?$/ },
  publisher: { content: text },
  date: { content: text, attributes: { type: word, when } },
  idno: { content: text, attributes: { type: word } },
  encodingDesc: { content: /^appInfo editorialDecl (?:charDecl )?$/ },
  appInfo: { content: /^application $/ },
  application: {
    content: /^label $/,
    attributes: { ident: name, version: /^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}$/ },
  },
  label: { content: text },
  editorialDecl: { content: /^p $/ },
  charDecl: { content: /^(?:char )+$/ },
  char: { content: /^mapping $/, attributes: { [xmlId]: name } },
  mapping: { content: text, attributes: { type: word } },
  profileDesc: { content: /^(?:langUsage )?$/ },
  langUsage: { content: /^language $/ },
  language: { content: text, attributes: { ident: /^[A-Za-z]{1,8}(?:-[0-9A-Za-z]{1,8})*$/ } },
  revisionDesc: { content: /^change $/ },
  change: { content: empty, attributes: { status: word } },
  text: { content: /^body $/, attributes: { style: /^direction: (?:ltr|rtl)$/ } },
  body: { content: /^ab $/ },
  ab: {
    content: /^(?:# |g )*#?$/,
    attributes: { [xmlId]: name, [xmlSpace]: /^preserve$/ },
  },
  g: { content: text, attributes: { ref: pointer } },
  standOff: { content: /^(?:spanGrp )?(?:listRelation )?$/ },
  spanGrp: { content: /^(?:span )+$/ },
  span: {
    content: /^date date (?:name )*(?:fs )?(?:note )?$/,
    attributes: { [xmlId]: name, type: word, target: /^#string-range\(\S+\)$/, resp: pointer },
  },
  fs: { content: /^(?:f )+$/, attributes: { type: word } },
  f: { content: /^(?:binary|string|numeric|vColl) $/, attributes: { name: word } },
  binary: { content: empty, attributes: { value: /^(?:true|false)$/ } },
  string: { content: text },
  numeric: { content: empty, attributes: { value: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/ } },
  vColl: { content: /^(?:string )*$/, attributes: { org: /^list$/ } },
  listRelation: { content: /^(?:relation )+$/ },
  relation: {
    content: empty,
    attributes: { [xmlId]: name, name: word, active: pointer, passive: pointer },
  },
}

/** Elements in whose content white space means nothing: it stands there for readers. */
const laidOut = new Set([
  'TEI',
  'teiHeader',
  'fileDesc',
  'encodingDesc',
  'standOff',
  'spanGrp',
  'listRelation',
])

/** What an element, without those in it, has that TEI or these models do not; empty for nothing. */
export function breachesOf(element: XmlElement): readonly string[] {
  const model = Object.hasOwn(models, element.name) ? models[element.name] : undefined
  if (model === undefined) return [`${element.name} is an element that is not written`]
  const parts = element.children.flatMap((child) => {
    if (typeof child !== 'string') return [`${child.name} `]
    return laidOut.has(element.name) && child.trim() === '' ? [] : ['#']
  })
  const content = parts.join('').replaceAll(/#(?=.)/g, '# ')
  const wrong = model.content.test(content) ? [] : [`${element.name} holds ${content}`]
  const attributes = [...element.attributes].flatMap(([key, value]) =>
    model.attributes?.[key]?.test(value) === true ? [] : [`${element.name}/@${key} is ${value}`],
  )
  return [...wrong, ...attributes]
}
