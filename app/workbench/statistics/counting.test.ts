import { onTestFinished, expect, test } from 'vitest'

import type { CountFilter, CountRequest } from '../../../shared/contract.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { documentOf, draftOf } from '../project/model.fixture.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { namesIn, newProject, valueOf } from '../project/project.fixture.ts'
import { allWords } from './all-words.fixture.ts'
import { openCounting, type Counting } from './counting.ts'
import { createStatistics } from './statistics.ts'

const denies = { relationType: 'denies', label: 'claim' }
const everything: CountFilter = {
  labels: [],
  speakers: [],
  sources: [],
  dates: [],
  annotators: [],
  denials: [],
}

function request(filter: Partial<CountFilter> = {}, unit: CountRequest['unit'] = 'month') {
  return { filter: { ...everything, ...filter }, unit, denies }
}

function countingOf(file: ProjectFile): Counting {
  const counting = valueOf(openCounting(file.path))
  onTestFinished(counting.close)
  return counting
}

/** The two articles of the press project, dated, the first with a source. */
function datedPress() {
  const press = pressProject()
  const { bridge, harbour, file } = press
  const dated = { ...bridge, date: '2024-05-31T23:30:00+02:00', source: 'KCNA' }
  const coarse = { ...harbour, date: '2024' }
  const draft = draftOf(
    { entity: 'document', before: bridge, after: dated },
    { entity: 'document', before: harbour, after: coarse },
  )
  valueOf(file.commit(draft))
  return press
}

test('annotations are counted by label, speaker, source, time, and who denies whom', () => {
  const { file, mayor, engineer, kanal } = datedPress()
  expect(countingOf(file).counts(request())).toEqual({
    all: 5,
    annotations: 5,
    byLabel: [
      { label: 'claim', count: 3 },
      { label: 'quote', count: 1 },
      { label: 'denial', count: 1 },
    ],
    bySpeaker: {
      top: [
        { speaker: engineer.id, count: 2 },
        { speaker: kanal.id, count: 2 },
        { speaker: mayor.id, count: 1 },
      ],
      others: { speakers: 0, count: 0 },
      nobody: 1,
    },
    bySource: {
      top: [{ source: 'KCNA', count: 3 }],
      others: { sources: 0, count: 0 },
      unknown: 2,
    },
    overTime: {
      periods: [
        { period: '2024-05', label: 'claim', count: 1 },
        { period: '2024-05', label: 'quote', count: 1 },
        { period: '2024-05', label: 'denial', count: 1 },
      ],
      earlier: 0,
      undated: 2,
    },
    denials: { cells: [{ from: engineer.id, to: mayor.id, count: 1 }], others: 0 },
    undenied: { all: 3, undenied: 2 },
  })
})

test('what is pressed filters everything but the list that it stands in', () => {
  const { file, mayor, engineer, kanal } = datedPress()
  const counting = countingOf(file)
  const claims = counting.counts(request({ labels: ['claim'] }))
  expect(claims.annotations).toBe(3)
  expect(claims.byLabel).toHaveLength(3)
  expect(claims.bySpeaker.top.map(({ count }) => count)).toEqual([1, 1])
  // A claim is an end of it.
  expect(claims.denials?.cells).toHaveLength(1)
  const two = counting.counts(request({ labels: ['claim', 'quote'], sources: ['KCNA'] }))
  expect(two.annotations).toBe(2)
  expect(two.bySource.unknown).toBe(2)
  expect(counting.counts(request({ speakers: [kanal.id] })).byLabel).toEqual([
    { label: 'claim', count: 1 },
    { label: 'denial', count: 1 },
  ])
  const pair = counting.counts(request({ denials: [{ from: engineer.id, to: mayor.id }] }))
  expect(pair.byLabel).toEqual([{ label: 'denial', count: 1 }])
  const turned = request({ denials: [{ from: mayor.id, to: engineer.id }] })
  expect(counting.counts(turned).annotations).toBe(0)
  expect(counting.counts(request({ annotators: ['Nobody'] })).annotations).toBe(0)
})

test('dates are told as finely as they are known, and a coarser filter narrows finer periods', () => {
  const counting = countingOf(datedPress().file)
  const time = (filter: Partial<CountFilter>, unit: CountRequest['unit']) => {
    const { periods, undated } = counting.counts(request(filter, unit)).overTime
    return { periods: [...new Set(periods.map(({ period }) => period))], undated }
  }
  expect(time({}, 'day')).toEqual({ periods: ['2024-05-31'], undated: 2 })
  expect(time({}, 'year')).toEqual({ periods: ['2024'], undated: 0 })
  expect(time({ dates: ['2024-06'] }, 'month')).toEqual({ periods: ['2024-05'], undated: 2 })
  expect(time({ dates: ['2024-06'] }, 'day')).toEqual({ periods: [], undated: 0 })
  expect(counting.counts(request({ dates: ['2024'] })).annotations).toBe(5)
  expect(counting.counts(request({ dates: ['2024-05'] })).annotations).toBe(3)
})

test('words under several spans count once, by label and all together', () => {
  const { file } = datedPress()
  const counting = countingOf(file)
  expect(allWords(counting, request())).toEqual({
    words: 15 + 10,
    tagged: 4 + 3 + 4 + 3,
    byLabel: [
      { label: 'claim', words: 4 + 4 + 3 },
      { label: 'quote', words: 3 },
      { label: 'denial', words: 3 },
    ],
  })
  expect(allWords(counting, request({ sources: ['KCNA'] })).words).toBe(15)
  expect(allWords(counting, request({ annotators: ['Nobody'] })).tagged).toBe(0)
})

test('work is counted from the journal, day by day, without imports', () => {
  const { file, bridge, claim } = pressProject()
  const counting = countingOf(file)
  const made = () => counting.work(request())
  expect(made().days.map(({ made: some, done }) => [some, done])).toEqual([[5, 0]])
  const one = { ...claim, id: newId() }
  valueOf(file.commit(draftOf({ entity: 'annotation', before: null, after: one })))
  const done = { ...bridge, status: 'done' as const }
  valueOf(file.commit(draftOf({ entity: 'document', before: bridge, after: done })))
  const imported = {
    ...draftOf({ entity: 'annotation', before: null, after: { ...claim, id: newId() } }),
  }
  valueOf(file.commit({ ...imported, summary: 'Import annotations' }))
  const { days, earlier, pace } = made()
  expect(days.map(({ made: some, done: finished }) => [some, finished])).toEqual([[6, 1]])
  expect(earlier).toEqual({ made: 0, done: 0 })
  expect(pace.map(({ annotator, tagged }) => [annotator, tagged])).toEqual([['Ada', 1]])
  expect(counting.work(request({ annotators: ['Ben'] })).days).toEqual([])
})

test('what is committed meanwhile is counted the next time', () => {
  const { file, claim } = pressProject()
  const counting = countingOf(file)
  expect(counting.counts(request()).all).toBe(5)
  valueOf(
    file.commit(
      draftOf({ entity: 'annotation', before: claim, after: { ...claim, label: 'quote' } }),
    ),
  )
  expect(counting.counts(request()).byLabel[1]).toEqual({ label: 'quote', count: 2 })
  expect(allWords(counting, request()).byLabel[1]?.words).toBe(7)
})

test('a project without anything is counted, too', () => {
  const counting = countingOf(newProject())
  expect(counting.counts({ ...request(), denies: null })).toMatchObject({
    all: 0,
    byLabel: [],
    denials: null,
    undenied: null,
  })
  expect(allWords(counting, request())).toEqual({ words: 0, tagged: 0, byLabel: [] })
  expect(counting.work(request())).toEqual({ days: [], earlier: { done: 0, made: 0 }, pace: [] })
})

test('the thread lets a project go so that it closes to one file', async () => {
  const { file } = pressProject()
  const statistics = createStatistics()
  onTestFinished(statistics.close)
  const [counts, words, work] = await Promise.all([
    statistics.counts(file.path, request()),
    statistics.words(file.path, request()),
    statistics.work(file.path, request()),
  ])
  expect([valueOf(counts).all, valueOf(words).tagged, valueOf(work).days.length]).toEqual([
    5, 14, 1,
  ])
  await statistics.close()
  file.close()
  expect(namesIn(file.path.replace(/[^/\\]+$/, ''))).toEqual(['News.verbatim'])
  const gone = await statistics.counts(`${file.path}.gone`, request())
  expect(gone.ok ? 'ok' : gone.failure.code).toBe('notFound')
})

test('what is asked while words are read is answered first', async () => {
  const file = newProject()
  const text = 'The harbour is closed. '.repeat(5000)
  const changes = Array.from({ length: 100 }, (_, place): Change => {
    return { entity: 'document', before: null, after: documentOf(text, `Article ${place}`) }
  })
  valueOf(file.commit(draftOf(...changes), [text]))
  const statistics = createStatistics()
  onTestFinished(statistics.close)
  const answered: string[] = []
  const words = [request(), request({ labels: ['claim'] })].map(async (one) => {
    const counted = valueOf(await statistics.words(file.path, one))
    answered.push('words')
    return counted.words
  })
  const counts = (['month', 'day'] as const).map(async (unit) => {
    valueOf(await statistics.counts(file.path, request({}, unit)))
    answered.push(unit)
  })
  await Promise.all(counts)
  expect(await Promise.all(words)).toEqual([2_000_000, 2_000_000])
  expect(answered).toEqual(['month', 'day', 'words', 'words'])
})
