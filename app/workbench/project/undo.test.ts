import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { checkProject } from './check.ts'
import { annotationOf, articleText, documentOf, draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import { dump, newProject, projectWithArticle, valueOf } from './project.fixture.ts'

test('undo and redo take the summaries they name, and a new act ends redo', () => {
  const { file, document } = projectWithArticle()
  const retitle = (from: string, to: string) =>
    valueOf(
      file.commit({
        ...draftOf({
          entity: 'document',
          before: { ...document, title: from },
          after: { ...document, title: to },
        }),
        summary: `Call it ${to}`,
      }),
    )
  retitle('An article', 'B')
  retitle('B', 'C')
  expect(file.undoState()).toEqual({ undo: 'Call it C', redo: null })

  const undone = valueOf(file.undo(newId(), 'Bob'))
  expect(undone?.entry).toMatchObject({ kind: 'undo', of: 3, seq: 4, annotator: 'Bob' })
  expect(undone?.undoState).toEqual({ undo: 'Call it B', redo: 'Call it C' })
  const redone = valueOf(file.redo(newId(), 'Bob'))
  expect(redone?.entry).toMatchObject({ kind: 'redo', of: 3, seq: 5, summary: 'Call it C' })
  valueOf(file.undo(newId(), 'Bob'))
  retitle('B', 'D')
  expect(file.undoState()).toEqual({ undo: 'Call it D', redo: null })
  expect(valueOf(file.redo(newId(), 'Bob'))).toBeNull()
})

test('an undo that is sent twice is done once', () => {
  const { file, document } = projectWithArticle()
  const after = annotationOf(document, articleText, [{ start: 0, end: 3 }])
  valueOf(file.commit(draftOf({ entity: 'annotation', before: null, after })))
  const id = newId()
  const first = valueOf(file.undo(id, 'Ada'))
  expect(valueOf(file.undo(id, 'Ada'))).toEqual(first)
  expect(file.documents()).toHaveLength(1)
  expect(file.redo(id, 'Ada').ok).toBe(false)
})

/** One random act; which thing it takes is chosen by `pick` from what there is. */
type Step = {
  readonly act: 'add' | 'alter' | 'remove' | 'import' | 'discard' | 'undo' | 'redo' | 'reopen'
  readonly pick: number
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom(
      ...([
        'add',
        'add',
        'alter',
        'remove',
        'import',
        'discard',
        'undo',
        'undo',
        'redo',
        'reopen',
      ] as const),
    ),
    pick: fc.nat(),
  }),
  { maxLength: 40 },
)

function changesFor(file: ProjectFile, { act, pick }: Step): readonly Change[] {
  const documents = file.wholeDocuments()
  const document = documents[pick % documents.length]
  if (act === 'import' || document === undefined) {
    return [{ entity: 'document', before: null, after: documentOf(articleText) }]
  }
  const annotations = file.annotations(document.id)
  const annotation = annotations[pick % annotations.length]
  if (act === 'discard') {
    const gone = annotations.map(removal)
    return [...gone, { entity: 'document', before: document, after: null }]
  }
  if (act === 'add' || annotation === undefined) {
    const start = pick % 30
    const after = annotationOf(document, articleText, [{ start, end: start + 1 + (pick % 5) }])
    return [{ entity: 'annotation', before: null, after }]
  }
  if (act === 'remove') return [removal(annotation)]
  return [{ entity: 'annotation', before: annotation, after: { ...annotation, note: `${pick}` } }]
}

function removal(annotation: Annotation): Change {
  return { entity: 'annotation', before: annotation, after: null }
}

/** What should be stored, told by plain stacks of all that was stored before and after. */
type Memory = { readonly past: unknown[]; readonly future: unknown[] }

/** Plays a step and gives the file, which is another one after reopening, and what it should hold now. */
function play(
  file: ProjectFile,
  step: Step,
  { past, future }: Memory,
): { readonly file: ProjectFile; readonly expected: unknown } {
  const before = dump(file)
  if (step.act === 'reopen') {
    file.close()
    return { file: valueOf(openProject(file.path)), expected: before }
  }
  if (step.act === 'undo' || step.act === 'redo') {
    const [from, to] = step.act === 'undo' ? [past, future] : [future, past]
    const expected = from.length === 0 ? before : from.pop()
    if (valueOf(file[step.act](newId(), 'Ada')) !== null) to.push(before)
    return { file, expected }
  }
  valueOf(file.commit(draftOf(...changesFor(file, step)), [articleText]))
  past.push(before)
  future.length = 0
  return { file, expected: dump(file) }
}

test('undo and redo restore exactly what was stored, over any acts and over closing', () => {
  fc.assert(
    fc.property(steps, (acts) => {
      let file = newProject()
      const memory: Memory = { past: [], future: [] }
      for (const step of acts) {
        const played = play(file, step, memory)
        file = played.file
        expect(dump(file)).toEqual(played.expected)
      }
      file.close()
      expect(valueOf(checkProject(file.path)).findings).toEqual([])
    }),
    { numRuns: 40 },
  )
})
