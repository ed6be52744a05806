import { expect, test } from 'vitest'

import { newId } from '../../shared/model/id.ts'
import { goBack } from './go-back.ts'
import { pressProject } from './press-project.fixture.ts'
import { codeOf, dump, valueOf } from './project/project.fixture.ts'
import { replaceLabelIn } from './replacing/replace-label.ts'

const to = (seq: number) => ({ id: newId(), annotator: 'Bo', seq })

test('everything is as it was after an entry, by one entry that can be undone', () => {
  const { file } = pressProject()
  const linked = dump(file)
  valueOf(replaceLabelIn(file, { ...to(0), label: 'claim', by: null }))
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.redo(newId(), 'Ada'))
  const deleted = dump(file)
  const commit = valueOf(goBack(file, to(3)))
  expect(commit?.entry).toMatchObject({ kind: 'do', seq: 7, summary: 'Go back to “Link”' })
  expect(dump(file)).toEqual(linked)
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(deleted)
  valueOf(file.redo(newId(), 'Ada'))
  expect(dump(file)).toEqual(linked)
})

test('the beginning is a point too, and texts come back after it', () => {
  const { file } = pressProject()
  const before = dump(file)
  const commit = valueOf(goBack(file, to(0)))
  expect(commit?.entry.summary).toBe('Go back to the beginning')
  expect([file.documents(), file.speakers(), file.relations()]).toEqual([[], [], []])
  valueOf(goBack(file, to(3)))
  expect(dump(file)).toEqual(before)
})

test('nothing is done where all is as it was, and nothing twice', () => {
  const { file } = pressProject()
  expect(valueOf(goBack(file, to(3)))).toBeNull()
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.redo(newId(), 'Ada'))
  expect(valueOf(goBack(file, to(3)))).toBeNull()
  const request = to(1)
  const first = valueOf(goBack(file, request))
  expect(valueOf(goBack(file, request))).toEqual(first)
  expect(codeOf(goBack(file, to(99)))).toBe('notFound')
})

test('the list tells what each entry was about, newest first, page by page', () => {
  const { file, harbour, echo } = pressProject()
  valueOf(replaceLabelIn(file, { ...to(0), label: 'denial', by: 'quote' }))
  valueOf(file.undo(newId(), 'Bo'))
  valueOf(
    file.commit({
      id: newId(),
      annotator: 'Bo',
      summary: 'Note',
      changes: [{ entity: 'annotation', before: echo, after: { ...echo, note: 'late' } }],
    }),
  )
  const list = file.journal(null, 200)
  expect(list.map(({ summary, kind, subjects }) => [summary, kind, subjects])).toEqual([
    ['Note', 'do', { annotation: 1 }],
    ['Merge label “Denial” into “Quote”', 'undo', { label: 1, relationType: 2, annotation: 1 }],
    ['Merge label “Denial” into “Quote”', 'do', { label: 1, relationType: 2, annotation: 1 }],
    ['Link', 'do', { relation: 2 }],
    ['Tag', 'do', { speaker: 3, annotation: 5 }],
    ['Import', 'do', { document: 2 }],
  ])
  expect(list.map(({ documentId }) => documentId)).toEqual([
    harbour.id,
    expect.any(String),
    expect.any(String),
    null,
    null,
    null,
  ])
  expect(file.journal(5, 2)).toEqual(list.slice(2, 4))
})
