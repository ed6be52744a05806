import { expect, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { checkProject } from '../project/check.ts'
import { draftOf, suggestionOf } from '../project/model.fixture.ts'
import { codeOf, dump, valueOf } from '../project/project.fixture.ts'
import { removeDocumentsFrom } from './remove-documents.ts'

const removal = (...documents: readonly { readonly id: string }[]) => ({
  id: newId(),
  annotator: 'Ada',
  documents: documents.map(({ id }) => id),
})

test('a document goes with its annotations, their relations and what waits in it; undo brings all of it back', () => {
  const { file, bridge, harbour, echo, loose } = pressProject()
  const text = file.text(bridge.sha256) ?? ''
  const waiting = suggestionOf(bridge, text, [{ start: 0, end: 10 }])
  valueOf(file.commit(draftOf({ entity: 'suggestion', before: null, after: waiting })))
  const before = dump(file)

  const { entry } = valueOf(removeDocumentsFrom(file, removal(bridge)))
  expect(entry.summary).toBe('Delete document “Bridge”')
  expect(file.wholeDocuments()).toEqual([harbour])
  expect(file.annotations(harbour.id)).toEqual([echo, loose])
  expect(file.annotations(bridge.id)).toEqual([])
  // One lay in the document, the other came from outside.
  expect(file.relations()).toEqual([])
  expect(file.suggestions(bridge.id)).toEqual([])

  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
  expect(file.text(bridge.sha256)).toBe(text)
  file.close()
  expect(valueOf(checkProject(file.path)).findings).toEqual([])
})

test('several documents go as one entry, also where a relation joins them', () => {
  const { file, bridge, harbour } = pressProject()
  const before = dump(file)
  const { entry } = valueOf(removeDocumentsFrom(file, removal(bridge, harbour, bridge)))
  expect(entry.summary).toBe('Delete 2 documents')
  expect(file.documents()).toEqual([])
  expect(file.relations()).toEqual([])
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('a removal that is sent again is not done again, and one of an unknown document is refused', () => {
  const { file, bridge } = pressProject()
  const request = removal(bridge)
  const once = valueOf(removeDocumentsFrom(file, request))
  expect(valueOf(removeDocumentsFrom(file, request))).toEqual(once)
  expect(codeOf(removeDocumentsFrom(file, removal(bridge)))).toBe('notFound')
})
