import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Attribute } from '../../../shared/model/attribute.ts'
import type { Document, Provenance } from '../../../shared/model/document.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { RelationType } from '../../../shared/model/relation-type.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { suggestionSchema, type Suggestion } from '../../../shared/model/suggestion.ts'
import type { TagSet } from '../../../shared/model/tag-set.ts'
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
  | 'id'
  | 'label'
  | 'quote'
  | 'attribution'
  | 'attributes'
  | 'note'
  | 'annotator'
  | 'createdAt'
  | 'updatedAt'
> & {
  readonly spans: readonly DatasetSpan[]
  readonly prefix: string
  readonly suffix: string
  /** Name of whoever spoke: the last of the chain. */
  readonly speaker: string | null
}

export type DatasetDocument = Pick<
  Document,
  | 'id'
  | 'title'
  | 'source'
  | 'author'
  | 'date'
  | 'url'
  | 'language'
  | 'direction'
  | 'status'
  | 'assignee'
  | 'tags'
  | 'metadata'
  | 'sha256'
> & {
  readonly text: string
  readonly provenance: Provenance
  readonly annotations: readonly DatasetAnnotation[]
  /** What waits for review: proposed by a machine, or without a place in the text that could be believed. */
  readonly suggestions: readonly Suggestion[]
}

/** What a dataset says of itself and its project, before any document. */
export type DatasetHead = {
  readonly format: 'verbatim'
  readonly version: 3
  readonly generator: { readonly name: string; readonly version: string }
  readonly offsetUnits: readonly ['utf16', 'codePoint']
  readonly project: { readonly name: string }
  readonly labels: readonly Omit<Label, 'position'>[]
  readonly relationTypes: readonly Omit<RelationType, 'position'>[]
  readonly speakers: readonly Speaker[]
}

export function datasetHead({
  projectName,
  labels,
  relationTypes,
  speakers,
}: TagSet & {
  readonly projectName: string
  readonly speakers: readonly Speaker[]
}): DatasetHead {
  return {
    format: 'verbatim',
    version: 3,
    generator: { name: 'Verbatim', version },
    offsetUnits: ['utf16', 'codePoint'],
    project: { name: projectName },
    labels: labels.map(datasetLabel),
    relationTypes: relationTypes.map(({ id, name, description, from, to }) => ({
      id,
      name,
      description,
      from,
      to,
    })),
    // Not by name: the order of names depends on the computer.
    speakers: speakers.map(datasetSpeaker).toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  }
}

function datasetLabel({ id, name, color, key, description, ...label }: Label) {
  const { guideline, attributes, speaker, archived } = label
  return {
    id,
    name,
    color,
    key,
    description,
    guideline,
    attributes: attributes.map(datasetAttribute),
    speaker: speaker === null ? null : { title: speaker.title, required: speaker.required },
    archived,
  }
}

function datasetAttribute(attribute: Attribute): Attribute {
  const { id, name, required } = attribute
  return 'options' in attribute
    ? { id, name, required, kind: attribute.kind, options: attribute.options }
    : { id, name, required, kind: attribute.kind }
}

function datasetSpeaker({ id, name, aliases, role, organisation, anonymous }: Speaker): Speaker {
  return { id, name, aliases, role, organisation, anonymous }
}

/** A document with the annotations that belong in the dataset, in the order given; `speakerNames` by speaker id. */
export function datasetDocument(
  document: Document,
  text: string,
  {
    annotations,
    suggestions,
  }: { readonly annotations: readonly Annotation[]; readonly suggestions: readonly Suggestion[] },
  speakerNames: ReadonlyMap<string, string>,
): DatasetDocument {
  const { id, title, source, author, date, url, language, direction, status, sha256 } = document
  const { assignee, tags } = document
  const codePoints = indexCodePoints(text)
  return {
    id,
    title,
    source,
    author,
    date,
    url,
    language,
    direction,
    status,
    assignee,
    tags,
    metadata: sortKeys(document.metadata),
    text,
    sha256,
    provenance: datasetProvenance(document.provenance),
    annotations: annotations.map((annotation) =>
      datasetAnnotation(annotation, { text, codePoints, speakerNames }),
    ),
    suggestions: suggestions.map(datasetSuggestion),
  }
}

function datasetSuggestion(suggestion: Suggestion): Suggestion {
  return suggestionSchema.parse({ ...suggestion, attributes: sortKeys(suggestion.attributes) })
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
    attribution,
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
