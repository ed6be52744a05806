import { unwritableIn } from '../../../../shared/exchange/xml-characters.ts'
import { t } from '../../../../shared/language/translate.ts'
import type { DatasetDocument } from '../dataset.ts'
import type { DatasetRelation, ExportFormat, ExportLog } from '../export-format.ts'
import { fileNamer } from '../file-names.ts'
import { xmlDeclaration } from '../xml-text.ts'
import { teiHeader } from './tei/header.ts'
import { annotationSpan, relationElement } from './tei/stand-off.ts'
import { textContent, textId, xmlIdOf } from './tei/tei-strings.ts'

const extension = '.xml'

/**
 * TEI P5, valid against TEI All: one file for each article, so that none must be held with others to be read. The text is
 * one `ab` with its white space preserved; paragraphs would put white space of their own between them, which pointers
 * count. Annotations are spans in `standOff`.
 */
export const teiFormat: ExportFormat = {
  id: 'tei',
  name: 'TEI',
  extension: null,
  loses: () => ['speakerDetails', 'assignee', 'tags', 'provenance', 'tagSet', 'suggestions'],
  start: (head, _options, log) => {
    const fileName = fileNamer(extension.length)
    const names = new Map(head.speakers.map(({ id, name }) => [id, name]))
    return {
      opening: () => [],
      document: function* (document, relations) {
        const file = `${fileName(document.title)}${extension}`
        tellEscapes(document, names, file, log)
        for (const content of contentOf(document, relations, names)) yield { file, content }
      },
      closing: () => [],
    }
  },
}

function* contentOf(
  document: DatasetDocument,
  relations: readonly DatasetRelation[],
  names: ReadonlyMap<string, string>,
): Generator<string> {
  const annotators = [...new Set(document.annotations.map(({ annotator }) => annotator))]
  const numbers = new Map(annotators.map((annotator, index) => [annotator, index]))
  const direction = document.direction === null ? '' : ` style="direction: ${document.direction}"`
  yield `${xmlDeclaration}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${xmlIdOf.document(document.id)}">\n${teiHeader(document, annotators)}\n`
  yield `<text${direction}><body><ab xml:id="${textId}" xml:space="preserve">`
  yield* textContent(document.text)
  yield '</ab></body></text>\n'
  if (document.annotations.length + relations.length > 0) {
    yield '<standOff>\n'
    yield* group(
      'spanGrp',
      document.annotations.map((annotation) =>
        annotationSpan(annotation, { annotator: numbers.get(annotation.annotator) ?? 0, names }),
      ),
    )
    const present = new Set(document.annotations.map(({ id }) => id))
    yield* group(
      'listRelation',
      relations.map((relation) => relationElement(relation, present)),
    )
    yield '</standOff>\n'
  }
  yield '</TEI>\n'
}

function* group(name: string, elements: readonly string[]): Generator<string> {
  if (elements.length === 0) return
  yield `<${name}>\n`
  for (const element of elements) yield `${element}\n`
  yield `</${name}>\n`
}

/** What is in the file, but not as it is: characters that XML has no way to write. */
function tellEscapes(
  document: DatasetDocument,
  names: ReadonlyMap<string, string>,
  file: string,
  log: ExportLog,
): void {
  const inText = unwritableIn(document.text)
  const about = { place: file, code: 'escaped', expected: null, found: null } as const
  if (inText.length > 0) {
    const reason = t('formats:changed.teiText', {
      count: inText.length,
      first: inText[0]?.offset ?? 0,
    })
    log.change({ ...about, thing: 'document', id: document.id, reason })
  }
  const reason = t('formats:changed.xmlFields')
  const { title, source, author, date, url, language, metadata } = document
  const fields = [title, source, author, date, url, language, ...Object.entries(metadata).flat()]
  if (fields.some(isUnwritable)) {
    log.change({ ...about, thing: 'document', id: document.id, reason })
  }
  for (const { id, note, annotator, attributes, attribution } of document.annotations) {
    const values = Object.values(attributes).flatMap((value) =>
      [value].flat().filter((part) => typeof part === 'string'),
    )
    const speakers = attribution.map((speaker) => names.get(speaker) ?? null)
    if ([note, annotator, ...values, ...speakers].some(isUnwritable)) {
      log.change({ ...about, thing: 'annotation', id, reason })
    }
  }
}

function isUnwritable(text: string | null): boolean {
  return text !== null && unwritableIn(text).length > 0
}
