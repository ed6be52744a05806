import type { SaxesAttributeNS, SaxesParser, SaxesTagNS } from 'saxes'

import { t } from '../../../../shared/language/translate.ts'
import type { Decoding } from '../foreign.ts'
import type { SourceFile } from '../import-format.ts'
import { Refusal } from '../refusal.ts'
import { decodeXml } from './xml-encoding.ts'
import type { XmlElement, XmlNode } from './xml-tree.ts'

/** Deepest nesting of elements that is read: several times what texts and their annotations have. */
export const maxXmlDepth = 256

/** Most elements and attributes together that are read of one file, so that memory has a limit. */
const maxXmlNodes = 4_000_000

export type XmlDocument = { readonly root: XmlElement; readonly decoding: Decoding }

type Limits = { readonly depth: number; readonly nodes: number }

/**
 * All of an XML file as a tree (XML 1.0, or 1.1 where the file says so; namespaces). Entities of its own, and with them
 * everything that could expand or be fetched, are refused as `hostile`; a document type that declares none is passed by.
 * Throws `Refusal` with line and column where the file is not well-formed.
 */
export async function readXml(
  file: SourceFile,
  limits: Limits = { depth: maxXmlDepth, nodes: maxXmlNodes },
): Promise<XmlDocument> {
  const { SaxesParser: Parser } = await import('saxes')
  const { text, decoding } = decodeXml(await file.bytes())
  return { root: parse(new Parser({ xmlns: true }), text, limits), decoding }
}

type Parser = SaxesParser<{ xmlns: true }>
type OpenElement = { readonly tag: SaxesTagNS; readonly line: number; readonly children: XmlNode[] }

function parse(parser: Parser, text: string, limits: Limits): XmlElement {
  const open: OpenElement[] = []
  let root: XmlElement | null = null
  let nodes = 0

  function addText(characters: string): void {
    const children = open.at(-1)?.children
    if (children === undefined || characters === '') return
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + characters
    else children.push(characters)
  }

  parser.on('error', (error) => {
    throw notWellFormed(parser, error)
  })
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) {
      throw hostile(parser, t('remarks:xml.entities'))
    }
  })
  parser.on('opentag', (tag) => {
    open.push({ tag, line: parser.line, children: [] })
    nodes += 1 + Object.keys(tag.attributes).length
    if (open.length > limits.depth) {
      throw hostile(parser, t('remarks:xml.tooDeep', { limit: String(limits.depth) }))
    }
    if (nodes > limits.nodes) throw tooLarge(limits.nodes)
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed === undefined) return
    const element = elementOf(closed)
    const parent = open.at(-1)
    if (parent === undefined) root ??= element
    else parent.children.push(element)
  })
  parser.write(text).close()
  return root ?? refuseEmpty()
}

function elementOf({ tag, line, children }: OpenElement): XmlElement {
  const attributes = new Map<string, string>()
  for (const attribute of Object.values<SaxesAttributeNS>(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue
    const { uri, local, value } = attribute
    attributes.set(attribute.prefix === '' ? local : `{${uri}}${local}`, value)
  }
  return { name: tag.local, namespace: tag.uri, attributes, children, line }
}

function placeOf({ line, column }: Parser): string {
  return `line ${line}, column ${column}`
}

function notWellFormed(parser: Parser, error: Error): Refusal {
  const why = error.message.replace(/^[\d:]+ /, '').replace(/\.$/, '')
  const place = placeOf(parser)
  if (why === 'undefined entity') {
    return new Refusal({
      place,
      code: 'malformed',
      reason: t('remarks:xml.unexplained', { place }),
    })
  }
  return new Refusal({
    place,
    code: 'malformed',
    reason: t('remarks:xml.notWellFormed', { reason: why, place }),
  })
}

function hostile(parser: Parser, reason: string): Refusal {
  return new Refusal({ place: placeOf(parser), code: 'hostile', reason })
}

function tooLarge(nodes: number): Refusal {
  return new Refusal({
    code: 'tooLarge',
    reason: t('remarks:xml.tooLarge', { limit: String(nodes) }),
  })
}

function refuseEmpty(): never {
  throw new Refusal({ code: 'malformed', reason: t('remarks:xml.noElement') })
}
