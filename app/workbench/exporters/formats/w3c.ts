import { v5 } from 'uuid'

import { attributeValueText } from '../../../../shared/model/attribute.ts'
import type { Relation } from '../../../../shared/model/relation.ts'
import { contextOf } from '../../../../shared/text/context.ts'
import type { DatasetAnnotation, DatasetDocument, DatasetHead } from '../dataset.ts'
import type { ExportFormat, ExportOptions, Piece } from '../export-format.ts'

const annotationContext = 'http://www.w3.org/ns/anno.jsonld'

/** Namespace of what the recommendation has no word for, and of the ids of collections. */
const namespace = '22f9b68b-ceb5-4f53-87ce-d86cc2ba206f'

/** One term of our own, whose values readers of JSON-LD 1.1 keep as they are and others pass over. */
const context = [
  annotationContext,
  { verbatim: { '@id': `urn:uuid:${namespace}#verbatim`, '@type': '@json' } },
] as const

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/): an AnnotationCollection whose one page is embedded
 * (§5.2, example 40), because that is the form which the recommendation has for many annotations in a file. Readers that
 * take annotations by themselves (Recogito, Apache Annotator, the W3C’s own tests) are given those of the page’s `items`
 * that have the document they show as their target’s `source`; each item is whole, with a `@context` of its own. Each stands
 * on a line of its own, so that large files can be read as they come.
 *
 * A document is an annotation that describes it by its title. Text, metadata and whatever else only Verbatim has a use for are
 * in the property `verbatim`, which readers that do not know it leave alone. The annotations on a document follow it, then
 * the relations that start in it: annotations whose body and target are annotations, with the motivation `linking`.
 */
export const w3cFormat: ExportFormat = {
  id: 'w3c',
  name: 'W3C Web Annotation',
  extension: '.jsonld',
  loses: () => [],
  start: (head, { w3cUnits }) => {
    const speakerNames = new Map(head.speakers.map(({ id, name }) => [id, name]))
    let count = 0

    function* itemsOf(things: Iterable<object>): Iterable<Piece> {
      for (const thing of things) {
        yield {
          file: '',
          content: `${count === 0 ? opening(head) : ','}\n${JSON.stringify(thing)}`,
        }
        count += 1
      }
    }

    return {
      opening: () => [{ file: '', content: headOf(head, w3cUnits) }],
      *document(document, relations) {
        yield* itemsOf([describing(document)])
        for (const annotation of document.annotations) {
          yield* itemsOf([tagging(annotation, document, { w3cUnits, speakerNames })])
        }
        yield* itemsOf(relations.map(linking))
      },
      *closing() {
        // A page has one annotation or more (§5.2): a project without documents has no page.
        const end = count === 0 ? '' : `\n]},"last":"${pageIri(head)}"`
        yield { file: '', content: `${end},"total":${count}}\n` }
      },
    }
  },
}

/** The beginning of the collection, with the unit that positions count in. */
function headOf(head: DatasetHead, offsetUnit: ExportOptions['w3cUnits']): string {
  const { format, version, generator, project, labels, relationTypes, speakers } = head
  const collection = {
    '@context': context,
    id: collectionIri(head),
    type: 'AnnotationCollection',
    label: project.name,
    generator: { type: 'Software', name: `${generator.name} ${generator.version}` },
    verbatim: { format, version, offsetUnit, project, labels, relationTypes, speakers },
  }
  return JSON.stringify(collection).slice(0, -1)
}

/** The beginning of the page, up to its first item. */
function opening(head: DatasetHead): string {
  const page = {
    id: pageIri(head),
    type: 'AnnotationPage',
    partOf: collectionIri(head),
    startIndex: 0,
    items: [],
  }
  return `,"first":${JSON.stringify(page).slice(0, -2)}`
}

/** Follows from what the collection says of itself, so that the same project is always the same collection. */
function collectionIri(head: DatasetHead): string {
  return iriOf(v5(JSON.stringify(head), namespace))
}

function pageIri(head: DatasetHead): string {
  return iriOf(v5(`page of ${collectionIri(head)}`, namespace))
}

function iriOf(id: string): string {
  return `urn:uuid:${id}`
}

function describing(document: DatasetDocument) {
  const { annotations: _, ...described } = document
  const { id, title, language, direction, url } = document
  return {
    '@context': annotationContext,
    id: `${iriOf(id)}#document`,
    type: 'Annotation',
    motivation: 'describing',
    body: textualBody('describing', title),
    target: {
      id: iriOf(id),
      type: 'Text',
      format: 'text/plain',
      ...(language === null ? {} : { language }),
      ...(direction === null ? {} : { textDirection: direction }),
      ...(url !== null && URL.canParse(url) ? { via: new URL(url).href } : {}),
      verbatim: described,
    },
  }
}

function tagging(
  annotation: DatasetAnnotation,
  document: DatasetDocument,
  {
    w3cUnits,
    speakerNames,
  }: Pick<ExportOptions, 'w3cUnits'> & { readonly speakerNames: ReadonlyMap<string, string> },
) {
  const { id, label, note, attribution, attributes, annotator, createdAt, updatedAt } = annotation
  return {
    '@context': annotationContext,
    id: iriOf(id),
    type: 'Annotation',
    motivation: 'tagging',
    created: createdAt,
    modified: updatedAt,
    creator: { type: 'Person', name: annotator },
    body: oneOrAll([
      textualBody('tagging', label),
      ...(note === null ? [] : [textualBody('commenting', note)]),
      ...attribution.map((speaker) => ({
        ...textualBody('identifying', speakerNames.get(speaker) ?? speaker),
        verbatim: { speaker },
      })),
      ...Object.entries(attributes).map(([attribute, value]) => ({
        ...textualBody('describing', `${attribute}: ${attributeValueText(value)}`),
        verbatim: { attribute, value },
      })),
    ]),
    target: oneOrAll(annotation.spans.map((span) => segment(span, document, w3cUnits))),
  }
}

/**
 * One stretch of the text. A list of selectors means ways to the same segment (§4.2), so that each piece of a discontinuous
 * annotation is a target of its own, as Recogito has it too. Positions are code points (§4.2.4, which §4.2.5 refers to);
 * nothing is normalised, because the text that they count in has neither tags nor entities.
 */
function segment(
  span: DatasetAnnotation['spans'][number],
  { id, text }: DatasetDocument,
  w3cUnits: ExportOptions['w3cUnits'],
) {
  const [start, end] =
    w3cUnits === 'utf16' ? [span.start, span.end] : [span.startCodePoint, span.endCodePoint]
  const exact = text.slice(span.start, span.end)
  return {
    type: 'SpecificResource',
    source: iriOf(id),
    selector: [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact, ...contextOf(text, span) },
    ],
  }
}

function linking({ id, type, from, to }: Relation) {
  return {
    '@context': annotationContext,
    id: iriOf(id),
    type: 'Annotation',
    motivation: 'linking',
    body: [iriOf(to), textualBody('tagging', type)],
    target: iriOf(from),
  }
}

function textualBody(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, format: 'text/plain', value } as const
}

/** The model has a single thing as itself and several as a list. */
function oneOrAll<Thing>(things: readonly Thing[]): Thing | readonly Thing[] {
  const [only, ...others] = things
  return only === undefined || others.length > 0 ? things : only
}
