import {
  escapeUnwritable,
  unwritableIn,
  withStandIns,
  type Unwritable,
} from '../../../../shared/exchange/xml-characters.ts'
import { t } from '../../../../shared/language/translate.ts'
import type { ExportFormat, ExportLog, Piece } from '../export-format.ts'
import { fileNamer } from '../file-names.ts'
import { xmlDeclaration, xmlElement, xmlText } from '../xml-text.ts'
import { attributeFeature } from './uima/attribute-features.ts'
import { changeRemark, piecesRemarks } from './uima/change-remarks.ts'
import { casOf, type CasStructure, type CasValue, type DocumentCas } from './uima/document-cas.ts'
import { speakerNames } from './uima/speaker-names.ts'
import { typeSystem, uimaTypes, type TypeDescription } from './uima/verbatim-types.ts'

const extension = '.xmi'

/**
 * UIMA CAS XMI as the Java SDK writes it (apache/uima-uimaj, XmiCasSerializer): features are attributes, each string of an
 * array an element; the namespace of a type is its package. Characters that XML 1.0 cannot hold stand in the text as
 * their pictures and are listed in `standIns`; in other strings they are escaped (`shared/exchange/xml-characters.ts`).
 */
export const uimaXmiFormat: ExportFormat = {
  id: 'uima-xmi',
  name: 'UIMA CAS XMI',
  extension: null,
  loses: () => ['speakerDetails', 'assignee', 'tags', 'provenance', 'tagSet', 'suggestions'],
  start: (head, _options, log) => {
    const fileName = fileNamer(extension.length)
    const names = speakerNames(head)
    const attributes = new Set<string>()
    return {
      opening: () => [],
      document: function* (document, relations) {
        const cas = casOf(document, relations, names)
        for (const name of cas.attributes) attributes.add(name)
        for (const remark of piecesRemarks(document)) log.change(remark)
        const file = `${fileName(document.title)}${extension}`
        for (const content of contentOf(cas, file, log)) yield { file, content }
      },
      closing: function* () {
        yield typeSystemFile(attributes)
      },
    }
  },
}

function* contentOf(cas: DocumentCas, file: string, log: ExportLog): Generator<string> {
  const replaced = unwritableIn(cas.text)
  yield `${xmlDeclaration}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:verbatim="http:///verbatim.ecore" xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n`
  for (const [index, structure] of cas.structures.entries()) {
    const standIns = index === 0 && replaced.length > 0 ? standInsText(replaced) : null
    yield `${structureElement(structure, standIns, log)}\n`
  }
  const members = cas.structures.map(({ id }) => id).join(' ')
  const sofa = `${cas.sofaId}`
  yield `${xmlElement('cas:Sofa', {
    'xmi:id': sofa,
    sofaNum: '1',
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: withStandIns(cas.text),
  })}\n${xmlElement('cas:View', { sofa, members })}\n</xmi:XMI>\n`
  const [first] = cas.structures
  if (replaced.length > 0 && first !== undefined) {
    log.change(
      changeRemark({
        ...first.about,
        place: file,
        code: 'escaped',
        reason: t('formats:changed.xmiText', {
          count: replaced.length,
          first: replaced[0]?.offset ?? 0,
        }),
      }),
    )
  }
}

function standInsText(replaced: readonly Unwritable[]): string {
  return replaced
    .map(({ offset, character }) => `${offset}:${character.charCodeAt(0).toString(16)}`)
    .join(' ')
}

function structureElement(
  { id, type, features, about }: CasStructure,
  standIns: string | null,
  log: ExportLog,
): string {
  let escaped = false
  const written = (value: string): string => {
    const text = escapeUnwritable(value)
    escaped ||= text !== value
    return text
  }
  const attributes = features.flatMap(([name, value]) =>
    isList(value) ? [] : [[name, written(plainText(value))] as const],
  )
  const lists = features.flatMap(([name, value]) => (isList(value) ? [[name, value] as const] : []))
  const empty = lists.filter(([, { length }]) => length === 0).map(([name]) => [name, ''] as const)
  const content = lists.flatMap(([name, values]) =>
    values.map((value) => `<${name}>${xmlText(written(value))}</${name}>`),
  )
  const element = xmlElement(
    type.replace('.', ':'),
    {
      'xmi:id': `${id}`,
      ...Object.fromEntries([...attributes, ...empty]),
      standIns,
    },
    content.join(''),
  )
  if (escaped) {
    const reason = t('formats:changed.xmlFields')
    log.change(changeRemark({ ...about, code: 'escaped', reason }))
  }
  return element
}

function isList(value: CasValue): value is readonly string[] {
  return Array.isArray(value)
}

function plainText(value: Exclude<CasValue, readonly string[]>): string {
  return typeof value === 'object' ? `${value.to}` : `${value}`
}

/** The type system as component descriptors have it; it follows from the documents alone. */
function typeSystemFile(attributes: ReadonlySet<string>): Piece {
  const types = typeSystem([...attributes].toSorted().map(attributeFeature))
  const content = `${xmlDeclaration}<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n<name>Verbatim</name>\n<types>\n${types.map(typeElement).join('\n')}\n</types>\n</typeSystemDescription>\n`
  return { file: 'TypeSystem.xml', content }
}

function typeElement({ name, supertype, description, features }: TypeDescription): string {
  const parts = features.map((feature) => {
    const array = feature.range === uimaTypes.stringArray
    return xmlElement(
      'featureDescription',
      {},
      named(feature.name, feature.description) +
        xmlElement('rangeTypeName', {}, feature.range) +
        (array ? '<multipleReferencesAllowed>false</multipleReferencesAllowed>' : ''),
    )
  })
  return xmlElement(
    'typeDescription',
    {},
    named(name, description) +
      xmlElement('supertypeName', {}, supertype) +
      xmlElement('features', {}, parts.join('')),
  )
}

function named(name: string, description: string): string {
  const words = xmlText(escapeUnwritable(description))
  return xmlElement('name', {}, name) + xmlElement('description', {}, words)
}
