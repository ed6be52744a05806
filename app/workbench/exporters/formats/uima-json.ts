import type { ExportFormat } from '../export-format.ts'
import { fileNamer } from '../file-names.ts'
import { attributeFeature } from './uima/attribute-features.ts'
import { piecesRemarks } from './uima/change-remarks.ts'
import { casOf, type CasStructure, type DocumentCas } from './uima/document-cas.ts'
import { speakerNames } from './uima/speaker-names.ts'
import { typeSystem, uimaTypes, type TypeDescription } from './uima/verbatim-types.ts'

const extension = '.json'

/**
 * UIMA JSON CAS 0.4 (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc): keywords begin with `%`, features that refer to a
 * feature structure with `@`, and every array is a feature structure of its own. The header says the unit of offsets
 * in the word that the SDK reads (OffsetConversionMode.java).
 */
export const uimaJsonFormat: ExportFormat = {
  id: 'uima-json',
  name: 'UIMA CAS JSON',
  extension: null,
  loses: () => ['speakerDetails', 'assignee', 'tags', 'provenance', 'tagSet', 'suggestions'],
  start: (head, _options, log) => {
    const fileName = fileNamer(extension.length)
    const names = speakerNames(head)
    return {
      opening: () => [],
      document: function* (document, relations) {
        const file = `${fileName(document.title)}${extension}`
        for (const remark of piecesRemarks(document)) log.change(remark)
        for (const content of contentOf(casOf(document, relations, names))) yield { file, content }
      },
      closing: () => [],
    }
  },
}

function* contentOf(cas: DocumentCas): Generator<string> {
  const types = typeSystem([...cas.attributes].toSorted().map(attributeFeature))
  const described = Object.fromEntries(types.map((type) => [type.name, typeObject(type)]))
  yield `{"%HEADER":{"offset-encoding":"UTF-16"},\n"%TYPES":${JSON.stringify(described)},\n"%FEATURE_STRUCTURES":[\n`
  yield JSON.stringify({
    '%ID': cas.sofaId,
    '%TYPE': uimaTypes.sofa,
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: cas.text,
  })
  let nextId = cas.nextId
  for (const structure of cas.structures) {
    const { arrays, object } = structureObjects(structure, nextId)
    nextId += arrays.length
    for (const each of [...arrays, object]) yield `,\n${JSON.stringify(each)}`
  }
  const members = cas.structures.map(({ id }) => id)
  const views = { _InitialView: { '%SOFA': cas.sofaId, '%MEMBERS': members } }
  yield `\n],\n"%VIEWS":${JSON.stringify(views)}}\n`
}

/** A feature structure, and before it the arrays that it refers to. */
function structureObjects({ id, type, features }: CasStructure, firstArrayId: number) {
  const arrays: Readonly<Record<string, unknown>>[] = []
  const values = features.map(([name, value]) => {
    if (typeof value !== 'object') return [name, value] as const
    if ('to' in value) return [`@${name}`, value.to] as const
    const arrayId = firstArrayId + arrays.length
    arrays.push({ '%ID': arrayId, '%TYPE': uimaTypes.stringArray, '%ELEMENTS': value })
    return [`@${name}`, arrayId] as const
  })
  return { arrays, object: { '%ID': id, '%TYPE': type, ...Object.fromEntries(values) } }
}

function typeObject({ name, supertype, description, features }: TypeDescription) {
  const described = features.map((feature) => [
    feature.name,
    {
      '%NAME': feature.name,
      '%RANGE': feature.range,
      ...(feature.range === uimaTypes.stringArray ? { '%ELEMENT_TYPE': uimaTypes.string } : {}),
      '%DESCRIPTION': feature.description,
    },
  ])
  return {
    '%NAME': name,
    '%SUPER_TYPE': supertype,
    '%DESCRIPTION': description,
    ...Object.fromEntries(described),
  }
}
