import { expect, test } from 'vitest'

import type { DocumentEdit } from '../../../shared/model/document-edit.ts'
import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { codeOf, dump, valueOf } from '../project/project.fixture.ts'
import { editDocumentsIn } from './edit-documents.ts'

const editOf = (edit: DocumentEdit, ...documents: readonly { readonly id: string }[]) => ({
  id: newId(),
  annotator: 'Ada',
  documents: documents.map(({ id }) => id),
  edit,
})

test('several documents get a status, somebody who works on them and tags, each as one entry that undo takes back', () => {
  const { file, bridge, harbour } = pressProject()
  const before = dump(file)
  const summaries = [
    { kind: 'status', status: 'done' } as const,
    { kind: 'assign', assignee: 'Lin' } as const,
    { kind: 'addTag', tag: 'floods' } as const,
  ].map((edit) => valueOf(editDocumentsIn(file, editOf(edit, bridge, harbour)))?.entry.summary)
  expect(summaries).toEqual([
    'Mark 2 documents as done',
    'Assign 2 documents to Lin',
    'Tag 2 documents “floods”',
  ])
  for (const { document } of file.documents()) {
    expect(document).toMatchObject({ status: 'done', assignee: 'Lin', tags: ['floods'] })
  }
  for (const _ of summaries) valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('only those that differ change, and where none does there is no entry', () => {
  const { file, bridge, harbour } = pressProject()
  const add = { kind: 'addTag', tag: 'floods' } as const
  valueOf(editDocumentsIn(file, editOf(add, bridge)))
  const { entry } = valueOf(editDocumentsIn(file, editOf(add, bridge, harbour))) ?? {}
  expect(entry?.changes.map(({ after }) => after?.id)).toEqual([harbour.id])
  expect(valueOf(editDocumentsIn(file, editOf(add, bridge, harbour)))).toBeNull()
  const remove = { kind: 'removeTag', tag: 'floods' } as const
  valueOf(editDocumentsIn(file, editOf(remove, bridge, harbour)))
  expect(file.documents().flatMap(({ document }) => document.tags)).toEqual([])
})

test('an edit that is sent again is not done again, and one of an unknown document is refused', () => {
  const { file, bridge } = pressProject()
  const request = editOf({ kind: 'status', status: 'done' }, bridge)
  const once = valueOf(editDocumentsIn(file, request))
  expect(valueOf(editDocumentsIn(file, request))).toEqual(once)
  expect(codeOf(editDocumentsIn(file, editOf(request.edit, { id: newId() })))).toBe('notFound')
})
