import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import type { Change } from '../../../shared/model/change.ts'
import { defaultLabels } from '../../../shared/model/default-labels.ts'
import type { Document } from '../../../shared/model/document.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Commit } from '../../../shared/model/journal.ts'
import { defaultRelationTypes } from '../../../shared/model/relation-type.ts'
import { success, type Failure, type Result } from '../../../shared/result.ts'
import type { ProjectFile } from '../project/project-file.ts'
import type { Landed } from './landing/landed.ts'
import type { Landing } from './landing/landing.ts'
import { resolveTagSet, type ResolvedTagSet } from './landing/resolve-tag-set.ts'
import type { Stage } from './stage.ts'

/** What of an import is in the project now. */
export type Stored = {
  /** One journal entry, so one undo step, for an import within the limits below; larger ones make several. */
  readonly commits: number
  readonly documents: readonly Document[]
  readonly refused: readonly { readonly landed: Landed; readonly failure: Failure }[]
  /** What the project that the files were made of was called, where they agree. */
  readonly projectName: string | null
}

/** A journal entry of an import holds at most this many documents and annotations … */
const batchDocuments = 200
const batchAnnotations = 10_000
/** … and closes with the document that reaches this size, in bytes. */
const batchBytes = 32 * 1024 * 1024

/**
 * Puts everything that waits into the project, in batches. Where the project refuses one, what was stored before stays,
 * and that batch and all after it are refused with the project’s reason. A failure is given only where nothing at all
 * was stored.
 */
export async function storeStaged(
  file: ProjectFile,
  stage: Stage,
  {
    landing,
    map,
    annotator,
    onProgress,
  }: {
    readonly landing: Landing
    readonly map: Readonly<Record<string, string>>
    readonly annotator: string
    readonly onProgress: (documents: number, annotations: number) => void
  },
): Promise<Result<Stored>> {
  const wanted = landing.tagSet.wanted()
  const resolved = resolveTagSet(
    { labels: file.labels(), relationTypes: file.relationTypes() },
    wanted,
    { map, untouched: isUntouched(file) },
  )
  const documents: Document[] = []
  const refused: Stored['refused'][number][] = []
  let commits = 0
  let annotations = 0
  let failure: Failure | null = null
  let batch: Landed[] = []
  let held = 0
  let first = [...resolved.changes, ...speakerChanges(landing)]

  async function commitBatch(): Promise<void> {
    if (batch.length === 0) return
    const committed =
      failure === null ? commitOf(file, batch, { resolved, first, annotator }) : null
    if (committed?.ok === true) {
      commits += 1
      first = []
      documents.push(...batch.flatMap(({ document }) => document ?? []))
      annotations += batch.reduce((sum, landed) => sum + landed.annotations.length, 0)
    } else {
      failure = committed?.failure ?? failure
      if (failure !== null) for (const landed of batch) refused.push({ landed, failure })
    }
    batch = []
    held = 0
    onProgress(documents.length, annotations)
    await setImmediate()
  }

  for await (const { landed, bytes } of stage.all()) {
    batch.push(landed)
    held += bytes
    if (held >= batchBytes || isFull(batch)) await commitBatch()
  }
  await commitBatch()
  if (failure !== null && commits === 0) return { ok: false, failure }
  return success({ commits, documents, refused, projectName: wanted.projectName })
}

/** A project that nothing was done to yet. */
function isUntouched(file: ProjectFile): boolean {
  return (
    file.documents().length === 0 &&
    file.speakers().length === 0 &&
    isDeepStrictEqual(file.labels(), defaultLabels) &&
    isDeepStrictEqual(file.relationTypes(), defaultRelationTypes)
  )
}

function speakerChanges(landing: Landing): readonly Change[] {
  return landing.newSpeakers().map((after): Change => ({ entity: 'speaker', before: null, after }))
}

function isFull(batch: readonly Landed[]): boolean {
  const annotations = batch.reduce((sum, landed) => sum + landed.annotations.length, 0)
  return batch.length >= batchDocuments || annotations >= batchAnnotations
}

function commitOf(
  file: ProjectFile,
  batch: readonly Landed[],
  {
    resolved,
    first,
    annotator,
  }: {
    readonly resolved: ResolvedTagSet
    readonly first: readonly Change[]
    readonly annotator: string
  },
): Result<Commit> {
  const added = batch.flatMap(({ document }) => document ?? [])
  const [only] = added
  return file.commit(
    {
      id: newId(),
      annotator,
      summary:
        added.length === 1 && only !== undefined
          ? `Import “${only.title}”`
          : added.length === 0
            ? 'Import annotations'
            : `Import ${added.length} documents`,
      changes: [...first, ...batch.flatMap((landed) => changesOf(landed, resolved))],
    },
    batch.filter(({ document }) => document !== null).map(({ text }) => text),
  )
}

/** With the project’s own labels, attributes and relation types in place of the names that the files have. */
function changesOf(landed: Landed, resolved: ResolvedTagSet): readonly Change[] {
  const named = <Thing extends Landed['annotations'][number] | Landed['suggestions'][number]>(
    thing: Thing,
  ): Thing => ({
    ...thing,
    label: resolved.label(thing.label),
    attributes: Object.fromEntries(
      Object.entries(thing.attributes).map(([name, value]) => [
        resolved.attribute(thing.label, name),
        value,
      ]),
    ),
  })
  const typed = (relation: Landed['relations'][number]) => ({
    ...relation,
    type: resolved.relationType(relation.type),
  })
  const { document } = landed
  return [
    ...(document === null ? [] : [addition('document', document)]),
    ...landed.annotations.map((annotation) => addition('annotation', named(annotation))),
    ...landed.relations.map((relation) => addition('relation', typed(relation))),
    ...landed.suggestions.map((suggestion) =>
      addition('suggestion', { ...named(suggestion), relations: suggestion.relations.map(typed) }),
    ),
  ]
}

function addition<const Entity extends Change['entity'], Thing>(entity: Entity, after: Thing) {
  return { entity, before: null, after } as const
}
