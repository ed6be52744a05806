import * as fc from 'fast-check'

import type { CallArguments } from '../../shared/contract.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import { removeAnnotations } from '../../shared/model/replacement.ts'
import { success, type Result } from '../../shared/result.ts'
import type { ActingProject } from './project/project-file.ts'
import { editDocumentsIn } from './replacing/edit-documents.ts'
import { removeDocumentsFrom } from './replacing/remove-documents.ts'
import { replaceLabelIn } from './replacing/replace-label.ts'
import { replaceRelationTypeIn } from './replacing/replace-relation-type.ts'
import { replaceSpeakersIn } from './replacing/replace-speakers.ts'

/** A project that acts are done to, and the way back in it. */
export type Acting<Done> = {
  readonly file: ActingProject<Done>
  readonly goBack: (request: CallArguments<'journal.goBack'>) => Result<Done | null>
}

/** One random act on many things; `mask` chooses which, `one` and `other` what they get. */
export type BulkStep = {
  readonly act: (typeof bulkActs)[number]
  readonly mask: number
  readonly one: number
  readonly other: number
}

const bulkActs = [
  'relabel',
  'twice',
  'attribute',
  'remove',
  'relate',
  'relate',
  'replaceLabel',
  'replaceRelationType',
  'replaceSpeakers',
  'editDocuments',
  'removeDocument',
  'goBack',
] as const

export const bulkSteps: fc.Arbitrary<readonly BulkStep[]> = fc.array(
  fc.record({
    act: fc.constantFrom(...bulkActs),
    mask: fc.nat(31),
    one: fc.nat(50),
    other: fc.nat(50),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Does a step, as the entry `id`, where what it needs is there; `null` where it is not. */
export function bulkAct<Done>(
  { file, goBack }: Acting<Done>,
  { act, mask, one, other }: BulkStep,
  id = newId(),
): Result<Done | null> {
  const actor = { id, annotator: 'Ada' }
  const nothing = success(null)
  const commit = (changes: readonly Change[]) =>
    changes.length === 0 ? nothing : file.commit({ ...actor, summary: 'Test', changes })
  const annotations = () =>
    file.documents().flatMap(({ document }) => file.annotations(document.id))
  const alter = (change: (annotation: Annotation) => Annotation) =>
    chosen(annotations(), mask).map((before): Change => ({
      entity: 'annotation',
      before,
      after: change(before),
    }))
  const relabelled = () =>
    alter((before) => ({ ...before, label: pick(file.labels(), one)?.id ?? before.label }))

  switch (act) {
    case 'relabel':
      return commit(relabelled())
    case 'twice':
      return commit([...relabelled(), ...relabelled().map(noted)])
    case 'attribute': {
      const attribution = chosen(file.speakers(), other).map((speaker) => speaker.id)
      return commit(alter((before) => ({ ...before, attribution })))
    }
    case 'remove':
      return commit([...removeAnnotations(chosen(annotations(), mask), file.relations())])
    case 'relate': {
      const [from, to] = [pick(annotations(), one), pick(annotations(), other)]
      const type = pick(file.relationTypes(), mask)
      if (from === undefined || to === undefined || type === undefined) return nothing
      const after = { id, type: type.id, from: from.id, to: to.id }
      return commit([{ entity: 'relation', before: null, after }])
    }
    case 'replaceLabel': {
      const labels = file.labels()
      const label = pick(labels, one)?.id ?? ''
      const by = mask % 2 === 0 ? null : (pick(labels, other)?.id ?? null)
      return by === label || labels.length === 1
        ? nothing
        : replaceLabelIn(file, { ...actor, label, by })
    }
    case 'replaceRelationType': {
      const types = file.relationTypes()
      const relationType = pick(types, one)?.id
      const by = mask % 2 === 0 ? null : (pick(types, other)?.id ?? null)
      return relationType === undefined || by === relationType
        ? nothing
        : replaceRelationTypeIn(file, { ...actor, relationType, by })
    }
    case 'replaceSpeakers': {
      const registry = file.speakers()
      const by = one % 2 === 0 ? null : (pick(registry, other)?.id ?? null)
      const speakers = chosen(registry, mask).map((speaker) => speaker.id)
      return speakers.every((speaker) => speaker === by)
        ? nothing
        : replaceSpeakersIn(file, { ...actor, speakers, by })
    }
    case 'editDocuments': {
      const documents = file.documents().map(({ document }) => document.id)
      const status = mask % 2 === 0 ? 'done' : 'inProgress'
      if (documents.length === 0) return nothing
      return editDocumentsIn(file, { ...actor, documents, edit: { kind: 'status', status } })
    }
    case 'removeDocument': {
      const documents = chosen(file.documents(), one).map(({ document }) => document.id)
      return documents.length === 0 ? nothing : removeDocumentsFrom(file, { ...actor, documents })
    }
    case 'goBack': {
      const latest = file.journal(null, 1)[0]?.seq ?? 0
      return goBack({ ...actor, seq: one % (latest + 1) })
    }
  }
}

/** Changes the same thing once more. */
function noted(change: Change): Change {
  if (change.entity !== 'annotation' || change.after === null) return change
  return { ...change, before: change.after, after: { ...change.after, note: 'Seen again.' } }
}

function pick<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things[number % Math.max(1, things.length)]
}

/** Those whose bit in the mask is set. */
function chosen<Thing>(things: readonly Thing[], mask: number): readonly Thing[] {
  return things.filter((_, index) => (mask & (1 << (index % 5))) !== 0)
}
