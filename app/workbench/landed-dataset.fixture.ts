import { compareAnnotations } from '../../shared/model/annotation.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import type { Label } from '../../shared/model/label.ts'
import { defaultRelationTypes, type RelationType } from '../../shared/model/relation-type.ts'
import type { Dataset } from './comparable-dataset.fixture.ts'
import { datasetDocument, datasetHead } from './exporters/dataset.ts'
import type { DatasetRelation } from './exporters/export-format.ts'
import type { Reading } from './importers/foreign.ts'
import { landDocument } from './importers/landing/land-document.ts'
import { landDeferred } from './importers/landing/land-relations.ts'
import type { Landed, Told } from './importers/landing/landed.ts'
import { startLanding } from './importers/landing/landing.ts'
import { resolveTagSet } from './importers/landing/resolve-tag-set.ts'

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
    if (entity === 'label') {
      if (after === null) labels.delete(before?.id ?? '')
      else labels.set(after.id, after)
    } else if (entity === 'relationType') {
      if (after === null) relationTypes.delete(before?.id ?? '')
      else relationTypes.set(after.id, after)
    }
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
