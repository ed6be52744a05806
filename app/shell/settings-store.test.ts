import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Conf from 'conf'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { defaultPreferences } from '../../shared/preferences.ts'
import { settingsStoreIn } from './settings-store.ts'

let folder: string
const logged: string[] = []
const ana = { ...defaultPreferences, annotator: 'Ana' }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  logged.length = 0
})
afterEach(() => rm(folder, { recursive: true }))

function openStore() {
  const conf = new Conf<Record<string, unknown>>({ cwd: folder, clearInvalidConfig: true })
  return settingsStoreIn(conf, (line) => logged.push(line))
}

function refuse(): never {
  throw Object.assign(new Error('The disk is read-only.'), { code: 'EROFS' })
}

test('what is set is there after a restart, beside what was there', () => {
  openStore().set({ preferences: ana })
  openStore().set({ lastFolders: { import: '/a' } })
  expect(openStore().get()).toMatchObject({ preferences: ana, lastFolders: { import: '/a' } })
})

test.each(['{"preferences":', '[]', '{"preferences":5,"window":"x"}', ''])(
  'a file that holds %j starts with the defaults',
  async (content) => {
    await writeFile(join(folder, 'config.json'), content)
    expect(openStore().get()).toMatchObject({ preferences: defaultPreferences, window: null })
  },
)

test('a change that cannot be written lasts for this run', () => {
  const store = settingsStoreIn({ store: {}, set: refuse }, (line) => logged.push(line))
  store.set({ preferences: ana })
  store.set({ lastFolders: { import: '/a' } })
  expect(store.get()).toMatchObject({ preferences: ana, lastFolders: { import: '/a' } })
  expect(logged[0]).toContain('EROFS')
})
