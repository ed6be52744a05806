import { expect, test } from 'vitest'

import { changesOfCarrying } from '../../../shared/model/carrying.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { pressProject, type PressProject } from '../press-project.fixture.ts'
import { documentOf, draftOf } from '../project/model.fixture.ts'
import { codeOf, dump, valueOf } from '../project/project.fixture.ts'
import { previewCarrying } from './preview-carrying.ts'

/** The press project with a copy of its first article, and one of that with other last words. */
function withCopies() {
  const press = pressProject()
  const text = press.file.text(press.bridge.sha256) ?? ''
  const [copy, edited] = [text, text.replace('told Kanal 6', 'told the council')]
  const documents = [documentOf(copy, 'Copy'), documentOf(edited, 'Edited')] as const
  const changes = documents.map((after): Change => ({ entity: 'document', before: null, after }))
  valueOf(press.file.commit(draftOf(...changes), [copy, edited]))
  return { ...press, copy: documents[0], edited: documents[1] }
}

function preview({ file }: Pick<PressProject, 'file'>, from: string, to: readonly string[]) {
  const steps = previewCarrying(file, { from, to: [...to] })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

test('what is carried over is stored as one act, which undo takes back whole', () => {
  const press = withCopies()
  const { file, bridge, copy, edited, claim, denial, quote } = press
  const before = dump(file)
  const { carryings, complete } = valueOf(preview(press, bridge.id, [copy.id, edited.id]))
  expect(complete).toBe(true)
  const changes = carryings.flatMap(({ added, relations }) =>
    changesOfCarrying({ added: added.map(({ annotation }) => annotation), relations }, () => true),
  )
  valueOf(file.commit({ ...draftOf(...changes), summary: 'Carry' }))
  const essence = [claim, denial, quote].map(({ label, spans, attribution }) => ({
    label,
    spans,
    attribution,
  }))
  for (const { id } of [copy, edited]) {
    expect(
      file.annotations(id).map(({ label, spans, attribution }) => ({ label, spans, attribution })),
    ).toEqual(essence)
    // The one that leads to another article stays there.
    expect(file.relationsOf(id).map(({ type }) => type)).toEqual(['denies'])
  }
  const again = valueOf(preview(press, bridge.id, [copy.id, edited.id]))
  expect(again.carryings.map(({ added, relations }) => [added.length, relations.length])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(again.carryings[0]?.standing).toHaveLength(3)
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('some words around each annotation are told, and why one has no place', () => {
  const press = withCopies()
  const [carrying] = valueOf(preview(press, press.bridge.id, [press.harbour.id])).carryings
  expect(carrying?.added).toEqual([])
  expect(
    carrying?.unfit.map(({ annotation, before, reason }) => [annotation.id, before, reason]),
  ).toEqual([
    [press.claim.id, '', 'differs'],
    [press.denial.id, 'Bridge is safe, the mayor said. ', 'differs'],
    [press.quote.id, 'Bridge is safe, the mayor said. ', 'differs'],
  ])
})

test('a document that is gone is no target, and no source', () => {
  const press = withCopies()
  const gone = newId()
  expect(valueOf(preview(press, press.bridge.id, [gone, press.bridge.id])).carryings).toEqual([])
  expect(codeOf(preview(press, gone, [press.bridge.id]))).toBe('notFound')
})
