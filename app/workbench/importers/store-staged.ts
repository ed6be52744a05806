import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

import { t } from '../../../shared/language/translate.ts'
import type { Change } from '../../../shared/model/change.ts'
import { defaultLabels } from '../../../shared/model/default-labels.ts'
import type { Document } from '../../../shared/model/document.ts'
import { newId } from '../../../shared/model/id.ts'
import type { JournalDraft } from '../../../shared/model/journal.ts'
import { defaultRelationTypes } from '../../../shared/model/relation-type.ts'
import { failure, success, type Failure, type Result } from '../../../shared/result.ts'
import type { Alone } from '../jobs/protocol.ts'
import { openAnnex, type Annex } from '../project/annex.ts'
import type { PresentProject } from '../project/present-reader.ts'
import { importSummary } from './import-summary.ts'
import type { Landed } from './landing/landed.ts'
import type { Landing } from './landing/landing.ts'
import { resolveTagSet, type ResolvedTagSet } from './landing/resolve-tag-set.ts'
import type { Stage } from './stage.ts'

/** What of an import is in the project now. */
export type Stored = {
  /** One journal entry, so one undo step, for an import within the limits below; larger ones make several. */
  readonly commits: number
  readonly documents: readonly Document[]
  /** Ids of these, and of the documents of the project that something was added to. */
  readonly documentIds: readonly string[]
  readonly refused: readonly { readonly landed: Landed; readonly failure: Failure }[]
  /** What the project that the files were made of was called, where they agree. */
  readonly projectName: string | null
}

/** A journal entry of an import holds at most this many documents and annotations … */
const batchDocuments = 200
const batchAnnotations = 4_000
/** … and closes with the document that reaches this size, in bytes. */
const batchBytes = 32 * 1024 * 1024

/** How often an import is staged again where the project does not take it as it is, for it was changed meanwhile. */
const attempts = 4

/** How often what is grafted gives way to somebody who wants to write, before it goes through all the same. */
const mostCourtesies = 10

type Request = {
  readonly landing: Landing
  readonly map: Readonly<Record<string, string>>
  readonly annotator: string
  readonly signal: AbortSignal | undefined
  readonly onProgress: (documents: number, annotations: number) => void
  readonly alone: Alone
}

/**
 * Puts everything that waits into the project. It is stored in an annex first, in batches, while others go on tagging,
 * and becomes a part of the project at once or not at all: where the disk is full or `signal` aborts (it then rejects
 * with its reason), and where the program is killed meanwhile, the project is as it was. What cannot be stored for what
 * it is, is refused with the project’s reason, and all else is stored. A failure is given where nothing at all was.
 */
export async function storeStaged(
  project: PresentProject,
  stage: Stage,
  request: Request,
): Promise<Result<Stored>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    using annex = openAnnex(project, { wary: attempt > 0 })
    const stored = await storeInAnnex(project, annex, stage, request)
    if (!stored.ok || stored.value.commits === 0) return stored
    const grafted = await graft(annex, request)
    if (!grafted.ok) return grafted
    if (grafted.value === 'changed') continue
    annex.settle()
    return stored
  }
  return failure('conflict', t('remarks:storing.changed'), t('remarks:storing.later'))
}

/** Lets others write first, as often as they may: each of them waits for a few milliseconds only. */
async function graft(
  annex: Annex,
  { alone, signal }: Request,
): Promise<ReturnType<Annex['graft']>> {
  for (let courtesies = mostCourtesies; ; courtesies -= 1) {
    const grafted = await alone((isAwaited) => {
      signal?.throwIfAborted()
      return annex.graft(courtesies > 0 ? isAwaited : () => false)
    })
    if (!grafted.ok || grafted.value !== 'gaveWay') return grafted
  }
}

/** The slow half: the project is only read, and what is refused and why is known after it. */
export async function storeInAnnex(
  project: PresentProject,
  annex: Annex,
  stage: Stage,
  { landing, map, annotator, signal, onProgress }: Omit<Request, 'alone'>,
): Promise<Result<Stored>> {
  const wanted = landing.tagSet.wanted()
  const resolved = resolveTagSet(
    { labels: project.labels(), relationTypes: project.relationTypes() },
    wanted,
    { map, untouched: isUntouched(project) },
  )
  const documents: Document[] = []
  const documentIds = new Set<string>()
  const refused: Stored['refused'][number][] = []
  let commits = 0
  let annotations = 0
  const failures: Failure[] = []
  let batch: Landed[] = []
  let size = nothing
  let first = [...resolved.changes, ...speakerChanges(landing)]

  /** Halves what is refused until it is known what of it cannot be stored. False where nothing can be any more. */
  function store(part: readonly Landed[]): boolean {
    const committed = annex.commit(
      draftOf(part, { resolved, first, annotator }),
      part.flatMap(({ document, text }) => (document === null ? [] : text)),
    )
    if (committed.ok) {
      commits += 1
      first = []
      documents.push(...part.flatMap(({ document }) => document ?? []))
      for (const id of part.flatMap(documentIdsOf)) documentIds.add(id)
      annotations += part.reduce((sum, landed) => sum + landed.annotations.length, 0)
      return true
    }
    const { failure: reason } = committed
    failures.push(reason)
    if (!ofTheThing.has(reason.code)) return false
    const halves = halvesOf(part)
    if (halves !== null) return halves.every(store)
    for (const landed of part) refused.push({ landed, failure: reason })
    return true
  }

  async function storeBatch(): Promise<boolean> {
    const part = batch
    batch = []
    size = nothing
    if (part.length > 0 && !store(part)) return false
    onProgress(documents.length, annotations)
    // So that a signal gets through, and whoever waits for an answer gets one.
    await setImmediate()
    signal?.throwIfAborted()
    return true
  }

  signal?.throwIfAborted()
  for await (const { landed, bytes } of stage.all()) {
    batch.push(landed)
    size = {
      bytes: size.bytes + bytes,
      annotations: size.annotations + landed.annotations.length,
    }
    if (isFull(batch, size) && !(await storeBatch())) break
  }
  if (batch.length > 0) await storeBatch()
  const fatal = failures.find(({ code }) => commits === 0 || !ofTheThing.has(code))
  if (fatal !== undefined) return { ok: false, failure: fatal }
  return success({
    commits,
    documents,
    documentIds: [...documentIds],
    refused,
    projectName: wanted.projectName,
  })
}

function documentIdsOf({ document, annotations, suggestions, waiting }: Landed): readonly string[] {
  if (document !== null) return [document.id]
  return [...annotations, ...suggestions, ...waiting].map(({ documentId }) => documentId)
}

/** Failures for what was to be stored; all others are for the file, and would be the same for all that follows. */
const ofTheThing: ReadonlySet<Failure['code']> = new Set(['unlawful', 'conflict'])

/** Relations between documents are one by one, too. `null` for one thing. */
function halvesOf(part: readonly Landed[]): readonly (readonly Landed[])[] | null {
  const [only] = part
  if (only === undefined) return null
  const half = <Thing>(list: readonly Thing[]) => {
    const middle = Math.ceil(list.length / 2)
    return [list.slice(0, middle), list.slice(middle)]
  }
  if (part.length > 1) return half(part)
  if (only.document !== null || only.relations.length < 2) return null
  return half(only.relations).map((relations) => [{ ...only, relations }])
}

/** A project that nothing was done to yet. */
function isUntouched(project: PresentProject): boolean {
  return (
    project.documents().length === 0 &&
    project.speakers().length === 0 &&
    isDeepStrictEqual(project.labels(), defaultLabels) &&
    isDeepStrictEqual(project.relationTypes(), defaultRelationTypes)
  )
}

function speakerChanges(landing: Landing): readonly Change[] {
  return landing.newSpeakers().map((after): Change => ({ entity: 'speaker', before: null, after }))
}

const nothing = { bytes: 0, annotations: 0 }

function isFull(batch: readonly Landed[], { bytes, annotations }: typeof nothing): boolean {
  return bytes >= batchBytes || batch.length >= batchDocuments || annotations >= batchAnnotations
}

function draftOf(
  part: readonly Landed[],
  {
    resolved,
    first,
    annotator,
  }: {
    readonly resolved: ResolvedTagSet
    readonly first: readonly Change[]
    readonly annotator: string
  },
): JournalDraft {
  return {
    id: newId(),
    annotator,
    summary: importSummary(part.flatMap(({ document }) => document ?? [])),
    changes: [...first, ...part.flatMap((landed) => changesOf(landed, resolved))],
  }
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
    ...[...landed.waiting, ...landed.suggestions].map((suggestion) =>
      addition('suggestion', { ...named(suggestion), relations: suggestion.relations.map(typed) }),
    ),
  ]
}

function addition<const Entity extends Change['entity'], Thing>(entity: Entity, after: Thing) {
  return { entity, before: null, after } as const
}
