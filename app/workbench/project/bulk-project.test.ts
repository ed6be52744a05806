import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'

import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { bulkAct, bulkSteps, type Acting } from '../bulk-edits.fixture.ts'
import { goBack, goBackInBulk } from '../go-back.ts'
import { pressProject } from '../press-project.fixture.ts'
import { openBulk, type BulkProject } from './bulk-project.ts'
import { checkProject } from './check.ts'
import { annotationOf, draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import { codeOf, dump, valueOf } from './project.fixture.ts'

// What is written at the same time by two connections says the same of when.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function inBulk(file: ProjectFile): BulkProject {
  const bulk = valueOf(openBulk(file.path, file.identity))
  onTestFinished(() => bulk.close())
  return bulk
}

function copyOf(file: ProjectFile): ProjectFile {
  const path = join(dirname(file.path), `${newId()}.verbatim`)
  const db = new DatabaseSync(file.path)
  db.prepare('VACUUM INTO ?').run(path)
  db.close()
  return valueOf(openProject(path))
}

function entriesOf({ path }: ProjectFile): readonly unknown[] {
  const db = new DatabaseSync(path, { readOnly: true })
  const rows = db.prepare('SELECT * FROM journal ORDER BY seq').all()
  db.close()
  return rows.map(({ changes, subjects, ...rest }) => ({
    ...rest,
    changes: JSON.parse(String(changes)),
    subjects: JSON.parse(String(subjects)),
  }))
}

test('acts in bulk come to the same project and the same journal as acts one by one', () => {
  fc.assert(
    fc.property(bulkSteps, (plan) => {
      const { file } = pressProject()
      const copy = copyOf(file)
      const bulk = inBulk(copy)
      const plainly: Acting<unknown> = { file, goBack: (request) => goBack(file, request) }
      const large: Acting<unknown> = {
        file: bulk,
        goBack: (request) => goBackInBulk(bulk, request),
      }
      for (const step of plan) {
        const [act, undo, redo] = [newId(), newId(), newId()]
        const done = bulkAct(plainly, step, act)
        const doneInBulk = bulkAct(large, step, act)
        expect(codeOf(doneInBulk)).toBe(codeOf(done))
        if (!done.ok || done.value === null) continue
        valueOf(file.undo(undo, 'Ada'))
        valueOf(bulk.undo(undo, 'Ada'))
        if (step.mask % 3 === 0) continue
        valueOf(file.redo(redo, 'Ada'))
        valueOf(bulk.redo(redo, 'Ada'))
      }
      expect(dump(bulk)).toEqual(dump(file))
      expect(entriesOf(copy)).toEqual(entriesOf(file))
      expect(copy.undoState()).toEqual(file.undoState())
      copy.close()
      expect(valueOf(checkProject(copy.path)).findings).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('an act that breaks a law, or finds something else than it expects, leaves everything as it was', () => {
  const { file, claim, bridge } = pressProject()
  const bulk = inBulk(file)
  const before = dump(file)
  const journal = entriesOf(file)
  const [label] = file.labels()
  if (label === undefined) throw new Error('there are labels')
  const many = Array.from({ length: 1500 }, (): Change => {
    const after = annotationOf(bridge, file.text(bridge.sha256) ?? '', [{ start: 0, end: 3 }])
    return { entity: 'annotation', before: null, after }
  })
  const wrong: readonly Change[] = [
    { entity: 'label', before: label, after: null },
    { entity: 'annotation', before: null, after: { ...claim, id: newId(), quote: 'Another' } },
    { entity: 'annotation', before: { ...claim, note: 'never' }, after: null },
    { entity: 'annotation', before: claim, after: { ...claim, note: '\ud800' } },
  ]
  const codes = wrong.map((change) => codeOf(bulk.commit(draftOf(...many, change))))
  expect(codes).toEqual(['unlawful', 'unlawful', 'conflict', 'unlawful'])
  expect(dump(file)).toEqual(before)
  expect(entriesOf(file)).toEqual(journal)
})

test('an act that is sent again is answered, and not done again', () => {
  const { file, claim } = pressProject()
  const draft = draftOf({ entity: 'annotation', before: claim, after: { ...claim, note: 'x' } })
  const { entry } = valueOf(inBulk(file).commit(draft))
  expect(valueOf(inBulk(file).commit(draft)).entry).toEqual(entry)
  expect(valueOf(file.commit(draft)).entry).toMatchObject(entry)
  expect(codeOf(inBulk(file).commit({ ...draft, changes: [] }))).toBe('conflict')
  expect(codeOf(inBulk(file).undo(draft.id, 'Ada'))).toBe('conflict')
  const undo = newId()
  const undone = valueOf(inBulk(file).undo(undo, 'Ada'))
  expect(undone).toMatchObject({ documentIds: [claim.documentId], entry: { of: entry.seq } })
  expect(valueOf(inBulk(file).undo(undo, 'Ada'))?.entry).toEqual(undone?.entry)
  expect(file.journal(null, 200)).toHaveLength(5)
})

test('nothing is written to a file that has taken the place of the one that was opened', () => {
  const { file, claim } = pressProject()
  const bulk = valueOf(openBulk(file.path, 'another'))
  const draft = draftOf({ entity: 'annotation', before: claim, after: null })
  expect(codeOf(bulk.commit(draft))).toBe('storage')
  expect(codeOf(bulk.undo(newId(), 'Ada'))).toBe('storage')
  bulk.close()
})
