import { Writable } from 'node:stream'

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { Commit } from '../../shared/model/journal.ts'
import { removeAnnotations } from '../../shared/model/replacement.ts'
import { success, type Result } from '../../shared/result.ts'
import { exportProject } from './exporters/export-project.ts'
import { goBack } from './go-back.ts'
import { pressProject } from './press-project.fixture.ts'
import { checkProject } from './project/check.ts'
import { draftOf } from './project/model.fixture.ts'
import type { ProjectFile } from './project/project-file.ts'
import { valueOf } from './project/project.fixture.ts'
import { removeDocumentsFrom } from './replacing/remove-documents.ts'
import { replaceLabelIn } from './replacing/replace-label.ts'
import { replaceRelationTypeIn } from './replacing/replace-relation-type.ts'
import { replaceSpeakersIn } from './replacing/replace-speakers.ts'

/** One random act on many things; `mask` chooses which, `one` and `other` what they get. */
type Step = {
  readonly act: keyof typeof acts
  readonly mask: number
  readonly one: number
  readonly other: number
}

type Choice = Omit<Step, 'act'>
type Answer = Result<Commit | null>

const nothing: Answer = success(null)
const actor = () => ({ id: newId(), annotator: 'Ada' })

const acts = {
  relabel: (file: ProjectFile, choice: Choice) =>
    alter(file, choice, (before) => ({
      ...before,
      label: pick(file.labels(), choice.one)?.id ?? before.label,
    })),
  attribute: (file: ProjectFile, choice: Choice) =>
    alter(file, choice, (before) => ({
      ...before,
      attribution: chosen(file.speakers(), choice.other).map(({ id }) => id),
    })),
  remove: (file: ProjectFile, { mask }: Choice) => {
    const annotations = chosen(annotationsOf(file), mask)
    return commit(file, removeAnnotations(annotations, file.relations()))
  },
  relate: (file: ProjectFile, { one, other, mask }: Choice) => {
    const [from, to] = [pick(annotationsOf(file), one), pick(annotationsOf(file), other)]
    const type = pick(file.relationTypes(), mask)
    if (from === undefined || to === undefined || type === undefined) return nothing
    const after = { id: newId(), type: type.id, from: from.id, to: to.id }
    return commit(file, [{ entity: 'relation', before: null, after }])
  },
  replaceLabel: (file: ProjectFile, { one, other, mask }: Choice) => {
    const labels = file.labels()
    const label = pick(labels, one)?.id ?? ''
    const by = mask % 2 === 0 ? null : (pick(labels, other)?.id ?? null)
    return by === label || labels.length === 1
      ? nothing
      : replaceLabelIn(file, { ...actor(), label, by })
  },
  replaceRelationType: (file: ProjectFile, { one, other, mask }: Choice) => {
    const types = file.relationTypes()
    const relationType = pick(types, one)?.id
    const by = mask % 2 === 0 ? null : (pick(types, other)?.id ?? null)
    return relationType === undefined || by === relationType
      ? nothing
      : replaceRelationTypeIn(file, { ...actor(), relationType, by })
  },
  replaceSpeakers: (file: ProjectFile, { one, other, mask }: Choice) => {
    const registry = file.speakers()
    const by = one % 2 === 0 ? null : (pick(registry, other)?.id ?? null)
    const speakers = chosen(registry, mask).map(({ id }) => id)
    return speakers.every((id) => id === by)
      ? nothing
      : replaceSpeakersIn(file, { ...actor(), speakers, by })
  },
  removeDocument: (file: ProjectFile, { one }: Choice) => {
    const document = pick(file.documents(), one)?.document
    return document === undefined
      ? nothing
      : removeDocumentsFrom(file, { ...actor(), documents: [document.id] })
  },
  goBack: (file: ProjectFile, { one }: Choice) => {
    const latest = file.journal(null, 1)[0]?.seq ?? 0
    return goBack(file, { ...actor(), seq: one % (latest + 1) })
  },
} as const satisfies Record<string, (file: ProjectFile, choice: Choice) => Answer>

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom(
      'relabel',
      'attribute',
      'remove',
      'relate',
      'relate',
      'replaceLabel',
      'replaceRelationType',
      'replaceSpeakers',
      'removeDocument',
      'goBack',
    ),
    mask: fc.nat(31),
    one: fc.nat(50),
    other: fc.nat(50),
  }),
  { minLength: 1, maxLength: 12 },
)

function alter(
  file: ProjectFile,
  { mask }: Choice,
  change: (annotation: Annotation) => Annotation,
): Answer {
  const annotations = chosen(annotationsOf(file), mask)
  const changed = annotations.map((before): Change => ({
    entity: 'annotation',
    before,
    after: change(before),
  }))
  return commit(file, changed)
}

function commit(file: ProjectFile, changes: readonly Change[]): Answer {
  return changes.length === 0 ? nothing : file.commit(draftOf(...changes))
}

function annotationsOf(file: ProjectFile): readonly Annotation[] {
  return file.documents().flatMap(({ document }) => file.annotations(document.id))
}

function pick<Thing>(things: readonly Thing[], number: number): Thing | undefined {
  return things[number % Math.max(1, things.length)]
}

/** Those whose bit in the mask is set. */
function chosen<Thing>(things: readonly Thing[], mask: number): readonly Thing[] {
  return things.filter((_, index) => (mask & (1 << (index % 5))) !== 0)
}

async function exported(file: ProjectFile): Promise<string> {
  let written = ''
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk)
      done()
    },
  })
  valueOf(await exportProject({ reader: file, format: 'json', target: { kind: 'stream', stream } }))
  return written
}

test('whatever is done to many things at once, undo and redo give the same bytes of export', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const { file } = pressProject()
      for (const { act, ...choice } of plan) {
        const before = await exported(file)
        if (valueOf(acts[act](file, choice)) === null) continue
        const after = await exported(file)
        valueOf(file.undo(newId(), 'Ada'))
        expect(await exported(file)).toBe(before)
        valueOf(file.redo(newId(), 'Ada'))
        expect(await exported(file)).toBe(after)
      }
      file.close()
      expect(valueOf(checkProject(file.path)).findings).toEqual([])
    }),
    { numRuns: 40 },
  )
})
