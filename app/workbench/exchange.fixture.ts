import { isDeepStrictEqual } from 'node:util'

import { expect } from 'vitest'

import type { Remark } from '../../shared/exchange/remark.ts'
import { compareAnnotations } from '../../shared/model/annotation.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import type { Label } from '../../shared/model/label.ts'
import { defaultRelationTypes, type RelationType } from '../../shared/model/relation-type.ts'
import type { Relation } from '../../shared/model/relation.ts'
import {
  datasetDocument,
  datasetHead,
  type DatasetDocument,
  type DatasetHead,
} from './exporters/dataset.ts'
import {
  defaultExportOptions,
  type DatasetRelation,
  type ExportFormat,
  type ExportOptions,
  type Loss,
} from './exporters/export-format.ts'
import type { Reading } from './importers/foreign.ts'
import type { ImportFormat, ReadOptions, SourceFile } from './importers/import-format.ts'
import { landDocument } from './importers/landing/land-document.ts'
import { landDeferred } from './importers/landing/land-relations.ts'
import type { Landed, Told } from './importers/landing/landed.ts'
import { startLanding } from './importers/landing/landing.ts'
import { resolveTagSet } from './importers/landing/resolve-tag-set.ts'
import { Refusal } from './importers/refusal.ts'

/** A whole dataset in memory, as writers are given it piece by piece. */
export type Dataset = {
  readonly head: DatasetHead
  readonly documents: readonly {
    readonly document: DatasetDocument
    readonly relations: readonly DatasetRelation[]
  }[]
  readonly relations: readonly Relation[]
}

export type Files = ReadonlyMap<string, Buffer>

/** What a format writes for a dataset, by file path. A format of one file writes it to `dataset` and its extension. */
export function filesOf(
  format: ExportFormat,
  dataset: Dataset,
  options: ExportOptions = defaultExportOptions,
): {
  readonly files: Files
  readonly refused: readonly Remark[]
  readonly changed: readonly Remark[]
} {
  const refused: Remark[] = []
  const changed: Remark[] = []
  const parts = new Map<string, Buffer[]>()
  const writer = format.start(dataset.head, options, {
    refuse: (remark) => refused.push(remark),
    change: (remark) => changed.push(remark),
  })
  const pieces = [
    writer.opening(),
    ...dataset.documents.map(({ document, relations }, index) =>
      writer.document(document, relations, index),
    ),
    writer.closing(dataset.relations),
  ]
  for (const each of pieces) {
    for (const { file, content } of each) {
      const path = format.extension === null ? file : `dataset${format.extension}`
      parts.set(path, [...(parts.get(path) ?? []), Buffer.from(content)])
    }
  }
  const files = new Map([...parts].map(([path, list]) => [path, Buffer.concat(list)]))
  return { files, refused, changed }
}

/** A file among others, in memory. Chunks are small, so that what is read piece by piece is cut everywhere. */
export function sourceFile(
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
  chunk = 7,
): SourceFile {
  const bytes = files.get(path) ?? new Uint8Array()
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const siblingNames = [...files.keys()].flatMap((other) =>
    other.startsWith(folder) && !other.slice(folder.length).includes('/')
      ? [other.slice(folder.length)]
      : [],
  )
  return {
    path,
    size: bytes.length,
    bytes: async () => bytes,
    // oxlint-disable-next-line require-yield
    chunks: async function* () {
      for (let start = 0; start < bytes.length; start += chunk)
        yield bytes.subarray(start, start + chunk)
    },
    sibling: (name) => (files.has(folder + name) ? sourceFile(files, folder + name, chunk) : null),
    siblingNames,
  }
}

export const noOptions: ReadOptions = { columns: null }

/** Everything that a format reads of files, each file that it does not take as a companion of another. A thrown `Refusal` is a reading. */
export async function readingsOf(
  format: ImportFormat,
  files: ReadonlyMap<string, Uint8Array>,
  options: ReadOptions = noOptions,
): Promise<readonly Reading[]> {
  const readings: Reading[] = []
  for (const path of mainFilesOf(format, files)) {
    try {
      for await (const reading of format.read(sourceFile(files, path, 65_536), options))
        readings.push(reading)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      readings.push({ kind: 'refused', remark: error.remark })
    }
  }
  return readings
}

function mainFilesOf(
  format: ImportFormat,
  files: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  const companions = new Set<string>()
  const candidates = [...files.keys()].filter((path) => {
    const { siblingNames } = sourceFile(files, path)
    const bytes = (files.get(path) ?? new Uint8Array()).subarray(0, 65_536)
    const sample = {
      path,
      size: files.get(path)?.length ?? 0,
      bytes,
      text: Buffer.from(bytes).toString(),
      siblingNames,
    }
    if (format.recognise(sample) === 'no') return false
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    for (const name of format.companions?.(sample) ?? []) companions.add(folder + name)
    return true
  })
  return candidates.filter((path) => !companions.has(path))
}

/** A new project that the readings were imported into, as a dataset; and what was told of it. */
export function landedDataset(readings: readonly Reading[]): {
  readonly dataset: Dataset
  readonly told: readonly Told[]
} {
  const landing = startLanding({
    annotator: 'Reader',
    now: '2026-02-02T00:00:00.000Z',
    speakers: [],
    isTaken: () => false,
  })
  const told: Told[] = []
  const landed: Landed[] = []
  for (const reading of readings) {
    if (reading.kind === 'tagSet') landing.describe(reading.tagSet)
    else if (reading.kind === 'document') {
      const facts = { path: 'dataset', format: 'x', byteLength: null, sha256: null }
      const result = landDocument(landing, reading.document, facts)
      told.push(...result.told)
      if (result.landed !== null) landed.push(result.landed)
    } else if (reading.kind === 'refused' || reading.kind === 'changed') {
      told.push({ ...reading.remark, outcome: reading.kind })
    }
  }
  const deferred = landDeferred(landing)
  const wanted = landing.tagSet.wanted()
  const resolved = resolveTagSet(
    { labels: defaultLabels, relationTypes: defaultRelationTypes },
    wanted,
    { map: {}, untouched: true },
  )
  const labels = new Map<string, Label>(defaultLabels.map((label) => [label.id, label]))
  const relationTypes = new Map<string, RelationType>(
    defaultRelationTypes.map((type) => [type.id, type]),
  )
  for (const { entity, before, after } of resolved.changes) {
    if (entity === 'label')
      after === null ? labels.delete(before?.id ?? '') : labels.set(after.id, after)
    if (entity === 'relationType')
      after === null ? relationTypes.delete(before?.id ?? '') : relationTypes.set(after.id, after)
  }
  const speakers = landing.newSpeakers()
  const speakerNames = new Map(speakers.map(({ id, name }) => [id, name]))
  const relations = [...landed.flatMap((each) => each.relations), ...deferred.relations]
    .map((relation) => ({ ...relation, type: resolved.relationType(relation.type) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const home = new Map(
    landed.flatMap(({ annotations }) =>
      annotations.map(({ id, documentId }) => [id, documentId] as const),
    ),
  )
  const byPosition = (one: { readonly position: number }, other: { readonly position: number }) =>
    one.position - other.position
  const documents = landed
    .flatMap(({ document, text, annotations, suggestions }) => {
      if (document === null) return []
      const resolvedAnnotations = annotations
        .map((annotation) => ({
          ...annotation,
          label: resolved.label(annotation.label),
          attributes: Object.fromEntries(
            Object.entries(annotation.attributes).map(([name, value]) => [
              resolved.attribute(annotation.label, name),
              value,
            ]),
          ),
        }))
        .toSorted(compareAnnotations)
      const things = { annotations: resolvedAnnotations, suggestions }
      return [
        {
          document: datasetDocument(document, text, things, speakerNames),
          relations: relationsFrom(document.id),
        },
      ]
    })
    .toSorted((one, other) => (one.document.id < other.document.id ? -1 : 1))

  function relationsFrom(documentId: string): readonly DatasetRelation[] {
    return relations
      .filter(({ from }) => home.get(from) === documentId)
      .map((relation) => {
        const far = home.get(relation.to) ?? null
        return { ...relation, far: far === documentId ? null : far }
      })
  }

  return {
    told: [...told, ...deferred.told],
    dataset: {
      head: datasetHead({
        projectName: wanted.projectName ?? 'Any',
        labels: [...labels.values()].toSorted(byPosition),
        relationTypes: [...relationTypes.values()].toSorted(byPosition),
        speakers,
      }),
      documents,
      relations,
    },
  }
}

/**
 * Writes a dataset, reads that into a new project and writes it again: the bytes are the same, and so is the project but
 * for what the format says that it loses and what it refused (by id).
 */
export async function expectRoundTrip(
  exportFormat: ExportFormat,
  importFormat: ImportFormat,
  dataset: Dataset,
  options: ExportOptions = defaultExportOptions,
): Promise<void> {
  const first = filesOf(exportFormat, dataset, options)
  const landed = landedDataset(await readingsOf(importFormat, first.files))
  expect(landed.told.filter(({ outcome }) => outcome !== 'changed')).toEqual([])
  const losses = new Set(exportFormat.loses(options))
  const refused = new Set(first.refused.map(({ id }) => id))
  expect(comparable(landed.dataset, losses, new Set())).toEqual(
    comparable(dataset, losses, refused),
  )
  const second = filesOf(exportFormat, landed.dataset, options)
  expect(textsOf(second.files)).toEqual(textsOf(first.files))
  expect(isDeepStrictEqual(second.files, first.files)).toBe(true)
}

function textsOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString('utf8')]))
}

/** What a project is but for what is lost: annotations stand for themselves by their place among all. */
function comparable(
  { head, documents, relations }: Dataset,
  losses: ReadonlySet<Loss>,
  refused: ReadonlySet<string | null>,
) {
  const kept = <Value>(loss: Loss, value: Value) => (losses.has(loss) ? undefined : value)
  const names = new Map(
    head.speakers.map((speaker) => [
      speaker.id,
      losses.has('speakerDetails') ? speaker.name : { ...speaker, id: null },
    ]),
  )
  const all = documents.flatMap(({ document }) =>
    document.annotations.filter(({ id }) => !refused.has(id)).map(({ id }) => id),
  )
  const place = new Map(all.map((id, index) => [id, index]))
  const near = new Set(
    documents.flatMap((each) =>
      each.relations.filter(({ far }) => far === null).map(({ id }) => id),
    ),
  )
  return {
    tagSet: kept('tagSet', { labels: head.labels, relationTypes: head.relationTypes }),
    documents: documents.map(({ document }) => ({
      id: kept('documentIds', document.id),
      title: kept('title', document.title),
      source: kept('source', document.source),
      author: kept('author', document.author),
      date: kept('date', document.date),
      url: kept('url', document.url),
      language: kept('language', document.language),
      direction: kept('direction', document.direction),
      status: kept('status', document.status),
      metadata: kept('metadata', document.metadata),
      provenance: kept('provenance', document.provenance),
      text: kept('whiteSpace', document.text),
      annotations: document.annotations
        .filter(({ id }) => !refused.has(id))
        .filter(({ spans }) => !losses.has('discontinuity') || spans.length === 1)
        .map((annotation) => ({
          id: kept('ids', annotation.id),
          label: annotation.label,
          spans: kept('whiteSpace', annotation.spans),
          quote: kept('whiteSpace', annotation.quote),
          attribution: kept(
            'speakers',
            annotation.attribution.map((id) => names.get(id)),
          ),
          attributes: kept('attributes', annotation.attributes),
          note: kept('notes', annotation.note),
          annotator: kept('annotators', annotation.annotator),
          times: kept('times', [annotation.createdAt, annotation.updatedAt]),
        })),
    })),
    relations: kept(
      'relations',
      relations
        .filter(
          ({ id, from, to }) =>
            !refused.has(id) &&
            place.has(from) &&
            place.has(to) &&
            (near.has(id) || !losses.has('relationsAcrossDocuments')),
        )
        .map(({ id, type, from, to }) => ({
          id: kept('ids', id),
          type,
          from: place.get(from),
          to: place.get(to),
        }))
        // Without ids nothing says in which order they are.
        .toSorted((one, other) =>
          losses.has('ids') ? (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1) : 0,
        ),
    ),
  }
}
