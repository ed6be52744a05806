import { afterEach, expect, test } from 'vitest'

import { setLanguage } from '../../shared/language/translate.ts'
import { initialState } from '../store/state.ts'
import { commandFinder } from './command-search.ts'
import { commandsOf } from './commands.ts'

afterEach(() => setLanguage('en'))

test('the list is made once for a tag set, keys and a language', async () => {
  const english = commandsOf(initialState)
  expect(commandsOf({ ...initialState, announcement: 'Saved.' })).toBe(english)
  await setLanguage('ru')
  expect(commandsOf(initialState)).toBe(english)
  const russian = commandsOf({ ...initialState, language: 'ru' })
  expect(russian.find(({ id }) => id === 'undo')?.title).toBe('Отменить')
})

test.each([
  { language: 'ar', script: /\p{Script=Arabic}/u, looked: 'نسخ احتياطي', found: 'backUpNow' },
  { language: 'ru', script: /\p{Script=Cyrillic}/u, looked: 'горячие', found: 'keys' },
] as const)(
  'in $language every command has a name and is found in it',
  async ({ language, script, looked, found }) => {
    await setLanguage(language)
    const commands = commandsOf({ ...initialState, language })
    for (const { id, title, words = title } of commands) {
      expect([id, script.test(title), script.test(words)]).toEqual([id, true, true])
    }
    expect(commands.filter(commandFinder(looked)).map(({ id }) => id)).toContain(found)
  },
)
