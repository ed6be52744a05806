import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Document, Provenance } from '../../../shared/model/document.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import { indexCodePoints, type CodePointIndex } from '../../../shared/text/code-points.ts'
import { contextOf } from '../../../shared/text/context.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { version } from '../version.ts'

/*
 * The dataset as `resources/schemas/*.schema.json` publishes it. The order of keys here is their order in the file,
 * so that the same project always gives the same bytes.
 */

type DatasetSpan = {
  /** UTF-16 code units of `text`. */
  readonly start: number
  readonly end: number
  /** Unicode code points of `text`. */
  readonly startCodePoint: number
  readonly endCodePoint: number
}

export type DatasetAnnotation = Pick<
  Annotation,
  'id' | 'label' | 'quote' | 'attributes' | 'note' | 'annotator' | 'createdAt' | 'updatedAt'
> & {
  readonly spans: readonly DatasetSpan[]
  readonly prefix: string
  readonly suffix: string
  /** Name of whoever spoke. */
  readonly speaker: string | null
}

export type DatasetDocument = Pick<
  Document,
  'id' | 'title' | 'source' | 'language' | 'status' | 'sha256'
> & {
  readonly text: string
  readonly provenance: Provenance
  readonly annotations: readonly DatasetAnnotation[]
}

type DatasetLabel = Pick<Label, 'id' | 'name' | 'color' | 'key' | 'description'>

/** What a dataset says of itself and its project, before any document. */
export type DatasetHead = {
  readonly format: 'verbatim'
  readonly version: 1
  readonly generator: { readonly name: string; readonly version: string }
  readonly offsetUnits: readonly ['utf16', 'codePoint']
  readonly project: { readonly name: string }
  readonly labels: readonly DatasetLabel[]
}

export function datasetHead(projectName: string, labels: readonly Label[]): DatasetHead {
  return {
    format: 'verbatim',
    version: 1,
    generator: { name: 'Verbatim', version },
    offsetUnits: ['utf16', 'codePoint'],
    project: { name: projectName },
    labels: labels.map(({ id, name, color, key, description }) => ({
      id,
      name,
      color,
      key,
      description,
    })),
  }
}

/** A document with the annotations that belong in the dataset, in the order given; `speakerNames` by speaker id. */
export function datasetDocument(
  document: Document,
  text: string,
  annotations: readonly Annotation[],
  speakerNames: ReadonlyMap<string, string>,
): DatasetDocument {
  const { id, title, source, language, status, sha256, provenance } = document
  const codePoints = indexCodePoints(text)
  return {
    id,
    title,
    source,
    language,
    status,
    text,
    sha256,
    provenance: datasetProvenance(provenance),
    annotations: annotations.map((annotation) =>
      datasetAnnotation(annotation, { text, codePoints, speakerNames }),
    ),
  }
}

export function datasetRelation({ id, type, from, to }: Relation): Relation {
  return { id, type, from, to }
}

function datasetProvenance(provenance: Provenance): Provenance {
  const { fileName, format, encoding, byteOrderMark, byteLength, sha256, lineEnds, importedAt } =
    provenance
  return { fileName, format, encoding, byteOrderMark, byteLength, sha256, lineEnds, importedAt }
}

function datasetAnnotation(
  annotation: Annotation,
  {
    text,
    codePoints,
    speakerNames,
  }: {
    readonly text: string
    readonly codePoints: CodePointIndex
    readonly speakerNames: ReadonlyMap<string, string>
  },
): DatasetAnnotation {
  const { id, label, spans, quote, attribution, attributes, note, annotator } = annotation
  return {
    id,
    label,
    spans: spans.map(({ start, end }) => ({
      start,
      end,
      startCodePoint: codePoints.fromUtf16(start),
      endCodePoint: codePoints.fromUtf16(end),
    })),
    quote,
    ...contextOf(text, extentOf(spans)),
    speaker: speakerNames.get(attribution.at(-1) ?? '') ?? null,
    attributes: sortKeys(attributes),
    note,
    annotator,
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
  }
}

function sortKeys<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const entries = Object.entries(record)
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
