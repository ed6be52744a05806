import { expect, test } from 'vitest'

import { chooseLanguage } from './languages.ts'

test.each([
  ['ru', ['en'], 'ru'],
  ['system', ['de-DE', 'ar-EG', 'en-GB'], 'ar'],
  ['system', ['RU_ru'], 'ru'],
  ['system', ['arn', 'en-AU'], 'en'],
  ['system', ['de'], 'en'],
  ['system', [], 'en'],
] as const)('%s, where the system prefers %j: %s', (preference, system, language) => {
  expect(chooseLanguage(preference, system)).toBe(language)
})
