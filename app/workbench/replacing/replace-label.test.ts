import { expect, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { draftOf, suggestionOf } from '../project/model.fixture.ts'
import { codeOf, dump, valueOf } from '../project/project.fixture.ts'
import { replaceLabelIn } from './replace-label.ts'

const by = (label: string, other: string | null) => ({
  id: newId(),
  annotator: 'Ada',
  label,
  by: other,
})

test('a deleted label takes its annotations along, their relations, and its place in rules', () => {
  const { file, denial, quote } = pressProject()
  const before = dump(file)
  const { entry } = valueOf(replaceLabelIn(file, by('claim', null)))
  expect(entry.summary).toBe('Delete label “Claim”')
  expect(file.labels().map(({ id }) => id)).toEqual(['quote', 'denial', 'analysis'])
  expect(dump(file).annotations.flat()).toEqual([denial, quote])
  expect(file.relations()).toEqual([])
  const denies = file.relationTypes().find(({ id }) => id === 'denies')
  expect(denies?.to).toEqual(['quote'])
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('a merged label gives its annotations another one, and relations stay', () => {
  const { file, quote, denies, repeats } = pressProject()
  const before = dump(file)
  const { entry } = valueOf(replaceLabelIn(file, by('quote', 'analysis')))
  expect(entry.summary).toBe('Merge label “Quote” into “Analysis”')
  expect(file.annotation(quote.id)).toMatchObject({ label: 'analysis', spans: quote.spans })
  expect(file.relations()).toEqual([denies, repeats])
  expect(file.usage().labels).toEqual({ claim: 3, denial: 1, analysis: 1 })
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('what waits for review gets the label too that its own is merged into, and waits on where its own is deleted', () => {
  const { file, bridge } = pressProject()
  const text = file.text(bridge.sha256) ?? ''
  const after = suggestionOf(bridge, text, [{ start: 0, end: 10 }], 'quote')
  const other = suggestionOf(bridge, text, [{ start: 4, end: 10 }], 'claim')
  valueOf(
    file.commit(
      draftOf(
        { entity: 'suggestion', before: null, after },
        { entity: 'suggestion', before: null, after: other },
      ),
    ),
  )
  const before = dump(file)
  valueOf(replaceLabelIn(file, by('quote', 'analysis')))
  expect(file.suggestions(bridge.id)).toEqual([{ ...after, label: 'analysis' }, other])
  valueOf(replaceLabelIn(file, by('claim', null)))
  expect(file.suggestions(bridge.id)[1]).toEqual(other)
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('sent twice it is done once, and the answer is the same', () => {
  const { file } = pressProject()
  const request = by('quote', 'claim')
  const first = valueOf(replaceLabelIn(file, request))
  expect(valueOf(replaceLabelIn(file, request))).toEqual(first)
})

test('what cannot be is refused and changes nothing', () => {
  const { file } = pressProject()
  const before = dump(file)
  expect(codeOf(replaceLabelIn(file, by('rumour', null)))).toBe('notFound')
  expect(codeOf(replaceLabelIn(file, by('claim', 'rumour')))).toBe('notFound')
  expect(codeOf(replaceLabelIn(file, by('claim', 'claim')))).toBe('conflict')
  expect(dump(file)).toEqual(before)
  for (const label of ['claim', 'quote', 'denial']) valueOf(replaceLabelIn(file, by(label, null)))
  expect(codeOf(replaceLabelIn(file, by('analysis', null)))).toBe('conflict')
})
