import { afterEach, expect, test } from 'vitest'

import { setLanguage } from '../../shared/language/translate.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { undeniedChart } from './count-charts.ts'
import { plainCountFilter } from './count-filter.ts'

afterEach(() => setLanguage('en'))

const labels = defaultLabels.map((label) =>
  label.id === 'claim' ? { ...label, name: 'Public' } : label,
)

function words(all: number): readonly (string | undefined)[] {
  const reading = { project: { labels, speakers: [] }, filter: plainCountFilter }
  const chart = undeniedChart({ undenied: { all, undenied: 1 } }, reading, 'claim')
  return [chart?.title, chart?.summary, chart?.table.head[0]]
}

test('a label of one’s own stands as it is, since nobody knows its plural', async () => {
  expect(words(4)).toEqual([
    'Without denial: Public',
    'Nobody denies 1 of 4 annotations with the label Public: 25%.',
    'With the label Public',
  ])
  expect(words(1)[1]).toBe('Nobody denies 1 of 1 annotation with the label Public: 100%.')
  await setLanguage('ru')
  expect(words(4)).toEqual([
    'Без опровержения: Public',
    'Не опровергнуто 1 из 4 с меткой «Public»: 25\u00A0%.',
    'С меткой «Public»',
  ])
  await setLanguage('ar')
  expect(words(4)[0]).toBe('بلا نفي: \u2068Public\u2069')
})
