import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'

import { presentLanguage } from './present-language.ts'
import { setLanguage, t } from './translate.ts'

afterEach(() => setLanguage('en'))

const kept = (count: number): string => t('dialogs:preferences.ofEachProject', { count })
const characters = (count: number): string => t('dialogs:preferences.characters', { count })

test('English is there from the start', () => {
  expect(t('common:close')).toBe('Close')
  expect([1, 2, 12_000].map(characters)).toEqual([
    '1 character',
    '2 characters',
    '12,000 characters',
  ])
})

test('Russian counts by its four forms', async () => {
  await setLanguage('ru')
  expect(presentLanguage()).toBe('ru')
  expect([1, 2, 5, 21].map(kept)).toEqual([
    '1 копия каждого проекта',
    '2 копии каждого проекта',
    '5 копий каждого проекта',
    '21 копия каждого проекта',
  ])
  expect(characters(12_000)).toBe('12\u00A0000 знаков')
})

test('Arabic counts by its six forms', async () => {
  await setLanguage('ar')
  const counts = [0, 1, 2, 3, 11, 100]
  expect(
    new Set(counts.map((count) => characters(count).replace(/[\d\s\u2068\u2069]/gu, ''))),
  ).toEqual(new Set(['حرف', 'حرفواحد', 'حرفان', 'أحرف', 'حرفًا']))
})

test('of several changes at a time the last one counts', async () => {
  await Promise.all([setLanguage('ar'), setLanguage('ru'), setLanguage('en')])
  expect([presentLanguage(), t('common:close')]).toEqual(['en', 'Close'])
  await Promise.all([setLanguage('en'), setLanguage('ru')])
  expect([presentLanguage(), t('common:close')]).toEqual(['ru', 'Закрыть'])
})

test('what does not fit a schema is told in the language', async () => {
  const told = () => z.string().safeParse(1).error?.issues[0]?.message
  expect(told()).toBe('Invalid input: expected string, received number')
  await setLanguage('ru')
  expect(told()).toMatch(/^Неверный ввод/u)
  await setLanguage('en')
  expect(told()).toMatch(/^Invalid input/u)
})

test('what somebody typed stands in a text as it is', () => {
  for (const name of ['<b>&amp; "x" / y</b>', '{{name}} {{count}}', '$t(common:close)', '$& $1']) {
    expect(t('panels:start.forget', { name })).toBe(`Forget ${name}`)
  }
})

test('in a text from right to left it runs its own way', async () => {
  await setLanguage('ar')
  expect(t('panels:start.forget', { name: 'a.verbatim' })).toContain('\u2068a.verbatim\u2069')
})
