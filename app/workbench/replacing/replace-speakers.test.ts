import { expect, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { pressProject } from '../press-project.fixture.ts'
import { draftOf, suggestionOf } from '../project/model.fixture.ts'
import { codeOf, dump, valueOf } from '../project/project.fixture.ts'
import { replaceSpeakersIn } from './replace-speakers.ts'

const by = (speakers: readonly Speaker[], other: Speaker | null) => ({
  id: newId(),
  annotator: 'Ada',
  speakers: speakers.map(({ id }) => id),
  by: other?.id ?? null,
})

test('merged speakers give way to the one, with their names and in every chain', () => {
  const { file, mayor, engineer, kanal, claim, denial, quote, echo } = pressProject()
  const before = dump(file)
  const merged = valueOf(replaceSpeakersIn(file, by([engineer, kanal, mayor], kanal)))
  expect(merged.entry.summary).toBe('Merge speakers into “Kanal 6”')
  expect(file.speakers()).toEqual([{ ...kanal, aliases: ['An engineer', 'The mayor', 'Ada Holm'] }])
  const chains = [claim, denial, quote, echo].map(({ id }) => file.annotation(id)?.attribution)
  expect(chains).toEqual([[kanal.id], [kanal.id], [kanal.id], [kanal.id]])
  expect(file.usage().speakers).toEqual({ [kanal.id]: 4 })
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('deleted speakers are left out of the chains', () => {
  const { file, mayor, engineer, kanal, denial, claim } = pressProject()
  const one = valueOf(replaceSpeakersIn(file, by([kanal], null)))
  expect(one.entry.summary).toBe('Delete speaker “Kanal 6”')
  expect(file.annotation(denial.id)?.attribution).toEqual([engineer.id])
  const two = valueOf(replaceSpeakersIn(file, by([mayor, engineer], null)))
  expect(two.entry.summary).toBe('Delete 2 speakers')
  expect(file.annotation(claim.id)?.attribution).toEqual([])
  expect(file.speakers()).toEqual([])
})

test('speakers are merged and left out in what waits for review as well', () => {
  const { file, bridge, mayor, engineer, kanal } = pressProject()
  const after = {
    ...suggestionOf(bridge, file.text(bridge.sha256) ?? '', [{ start: 0, end: 10 }]),
    attribution: [kanal.id, engineer.id, mayor.id],
  }
  valueOf(file.commit(draftOf({ entity: 'suggestion', before: null, after })))
  const before = dump(file)
  valueOf(replaceSpeakersIn(file, by([engineer], mayor)))
  expect(file.suggestions(bridge.id)[0]?.attribution).toEqual([kanal.id, mayor.id])
  valueOf(replaceSpeakersIn(file, by([mayor, kanal], null)))
  expect(file.suggestions(bridge.id)).toEqual([{ ...after, attribution: [] }])
  valueOf(file.undo(newId(), 'Ada'))
  valueOf(file.undo(newId(), 'Ada'))
  expect(dump(file)).toEqual(before)
})

test('unknown speakers, and one into itself, are refused', () => {
  const { file, mayor, kanal } = pressProject()
  const stranger = { ...mayor, id: newId() }
  expect(codeOf(replaceSpeakersIn(file, by([mayor, stranger], null)))).toBe('notFound')
  expect(codeOf(replaceSpeakersIn(file, by([mayor], stranger)))).toBe('notFound')
  expect(codeOf(replaceSpeakersIn(file, by([kanal], kanal)))).toBe('conflict')
})
