import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { unescapeUnwritable } from '../../../../../shared/exchange/xml-characters.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { Decoding } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { elementsOf, textOf, type XmlElement } from '../../xml-source/xml-tree.ts'
import {
  indexStructures,
  type Cas,
  type FeatureStructure,
  type FeatureValue,
  type Sofa,
} from './cas.ts'
import type { Feature, TypeSystem } from './type-system.ts'
import { isVerbatim } from './verbatim-names.ts'

const xmi = 'http://www.omg.org/XMI'
const idAttribute = `{${xmi}}id`

export function isXmi({ name, namespace }: XmlElement): boolean {
  return name === 'XMI' && namespace === xmi
}

/**
 * A CAS as XMI has it: one element for each feature structure, its features as attributes, strings of arrays and lists as
 * elements within it (apache/uima-uimaj, XmiCasDeserializer). What an attribute holds can only be told by the type
 * system: without it everything is a string.
 */
export function casOfXmi(root: XmlElement, types: TypeSystem, decoding: Decoding): Cas {
  const sofas: Sofa[] = []
  const found: FeatureStructure[] = []
  const indexed = new Set<string>()
  const refused: Remark[] = []
  for (const element of elementsOf(root)) {
    const type = typeOf(element.namespace, element.name)
    const place = `line ${element.line}`
    if (type === null) {
      const reason = t('remarks:uima.noStructure', {
        name: element.name,
        namespace: element.namespace,
      })
      refused.push(remark({ thing: 'other', place, code: 'malformed', reason }))
    } else if (type === 'uima.cas.View') {
      for (const id of wordsIn(element.attributes.get('members') ?? '')) indexed.add(id)
    } else if (type === 'uima.cas.Sofa') sofas.push(sofaOf(element, place))
    else if (type !== 'uima.cas.NULL') found.push(structureOf(element, type, types))
  }
  const { structures, byId, changed } = indexStructures(found)
  return { types, sofas, structures, byId, indexed, unit: 'UTF-16', decoding, refused, changed }
}

/** `http:///org/example.ecore` is the package `org.example`; types without a package have one by the name `uima.noNamespace`. */
function typeOf(namespace: string, name: string): string | null {
  const path = /^http:\/\/\/(.*)\.ecore$/.exec(namespace)?.[1]
  if (path === undefined) return null
  const prefix = path.replaceAll('/', '.')
  return prefix === 'uima.noNamespace' ? name : `${prefix}.${name}`
}

function sofaOf({ attributes }: XmlElement, place: string): Sofa {
  return {
    id: attributes.get(idAttribute) ?? '',
    name: attributes.get('sofaID') ?? '',
    place,
    text: attributes.get('sofaString') ?? null,
    uri: attributes.get('sofaURI') ?? null,
  }
}

function structureOf(element: XmlElement, type: string, types: TypeSystem): FeatureStructure {
  const id = element.attributes.get(idAttribute) ?? ''
  const string = isVerbatim(type) ? unescapeUnwritable : (text: string) => text
  const features = new Map<string, FeatureValue>()
  for (const [name, text] of element.attributes) {
    if (name.startsWith('{')) continue
    const value = valueOf(text, name, types.feature(type, name), types)
    features.set(name, typeof value === 'string' ? string(value) : value)
  }
  const lists = new Map<string, string[]>()
  for (const child of elementsOf(element)) {
    const list = lists.get(child.name) ?? []
    lists.set(child.name, list)
    list.push(string(textOf(child)))
  }
  for (const [name, list] of lists) features.set(name, list)
  const place = id === '' ? `line ${element.line}` : `line ${element.line}, xmi:id ${id}`
  return { id, type, place, features }
}

function valueOf(
  text: string,
  name: string,
  feature: Feature | null,
  types: TypeSystem,
): FeatureValue {
  if (name === 'sofa') return { ids: wordsIn(text) }
  if (name === 'begin' || name === 'end') return numberIn(text)
  if (feature === null) return name === 'Governor' || name === 'Dependent' ? { ids: [text] } : text
  switch (types.rangeOf(feature)) {
    case 'string':
      return text
    case 'number':
      return numberIn(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'list':
      return feature.shared && /^\d+$/.test(text) && name !== 'elements'
        ? { ids: [text] }
        : wordsIn(text)
    case 'reference':
    case 'references':
      return { ids: wordsIn(text) }
  }
}

/** A finite number that is exact, or the text itself. */
function numberIn(text: string): number | string {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  const exact =
    Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
  return exact ? number : text
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[ \t\r\n]+/).filter((word) => word !== '')
}
