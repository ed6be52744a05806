import { expect, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { draftOf, suggestionOf } from '../project/model.fixture.ts'
import { codeOf, dump, valueOf } from '../project/project.fixture.ts'
import { replaceRelationTypeIn } from './replace-relation-type.ts'

const by = (relationType: string, other: string | null) => ({
  id: newId(),
  annotator: 'Ada',
  relationType,
  by: other,
})

test('relations go with their type, or get another one', () => {
  const { file, denies, repeats } = pressProject()
  const before = dump(file)
  const merged = valueOf(replaceRelationTypeIn(file, by('denies', 'responds to')))
  expect(merged.entry.summary).toBe('Merge relation type “denies” into “responds to”')
  expect(file.relations()).toEqual([{ ...denies, type: 'responds to' }, repeats])
  const deleted = valueOf(replaceRelationTypeIn(file, by('responds to', null)))
  expect(deleted.entry.summary).toBe('Delete relation type “responds to”')
  expect(file.relations()).toEqual([repeats])
  expect(file.relationTypes().map(({ id }) => id)).toEqual(['supports', 'repeats'])
  expect(file.usage().relationTypes).toEqual({ repeats: 1 })
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
  expect(codeOf(replaceRelationTypeIn(file, by('mocks', null)))).toBe('notFound')
})

test('relations that wait for review go with their type too, or get another one', () => {
  const { file, bridge, claim } = pressProject()
  const spans = [{ start: 0, end: 10 }]
  const suggestion = suggestionOf(bridge, file.text(bridge.sha256) ?? '', spans, 'denial')
  const relation = { id: newId(), type: 'denies', from: suggestion.id, to: claim.id }
  const after = { ...suggestion, relations: [relation] }
  valueOf(file.commit(draftOf({ entity: 'suggestion', before: null, after })))
  const before = dump(file)
  valueOf(replaceRelationTypeIn(file, by('denies', 'supports')))
  expect(file.suggestions(bridge.id)[0]?.relations).toEqual([{ ...relation, type: 'supports' }])
  valueOf(replaceRelationTypeIn(file, by('supports', null)))
  expect(file.suggestions(bridge.id)).toEqual([suggestion])
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})
