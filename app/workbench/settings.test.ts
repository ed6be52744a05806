import { expect, test } from 'vitest'

import { defaultPreferences } from '../../shared/preferences.ts'
import { addRecent, forgetRecent } from './recent-projects.ts'
import { parseSettings, type RecentFile } from './settings.ts'

const recent = { path: '/p/News.verbatim', name: 'News', openedAt: '2026-01-02T03:04:05.678Z' }
const whole = {
  preferences: { ...defaultPreferences, annotator: 'Ada', textSize: 24, keys: { undo: [] } },
  recentProjects: [recent],
  lastFolders: { import: '/home/ada' },
  backupFolder: '/mnt/backups',
  tableColumns: [],
  window: { bounds: { x: -10, y: 0, width: 800, height: 600 }, maximized: true },
}

test('settings are read as they were stored', () => {
  expect(parseSettings(whole)).toEqual(whole)
})

test.each([
  undefined,
  null,
  'text',
  7,
  [],
  {},
  { preferences: 'large', recentProjects: 'x', window: 1 },
  { preferences: { annotator: ' ', theme: 'pink', textSize: 4, keys: { undo: 'u' } } },
])('settings that do not fit (%j) fall back to their defaults', (stored) => {
  expect(parseSettings(stored)).toEqual({
    preferences: { ...defaultPreferences, annotator: expect.stringMatching(/./) },
    recentProjects: [],
    lastFolders: {},
    backupFolder: null,
    tableColumns: [],
    window: null,
  })
})

test('one setting or preference that does not fit leaves the others', () => {
  const preferences = { ...whole.preferences, theme: 'pink' }
  expect(parseSettings({ ...whole, preferences })).toEqual(whole)
  expect(parseSettings({ ...whole, window: { bounds: {} } })).toEqual({ ...whole, window: null })
})

test('recent projects: the latest first, each once, twenty at most', () => {
  let list: readonly RecentFile[] = []
  for (let index = 0; index < 25; index += 1)
    list = addRecent(list, `/p/${index}.verbatim`, recent.openedAt)
  list = addRecent(list, '/p/20.verbatim', recent.openedAt)
  expect(list).toHaveLength(20)
  expect(list.slice(0, 3).map(({ name }) => name)).toEqual(['20', '24', '23'])
  expect(forgetRecent(list, '/p/24.verbatim').map(({ name }) => name)).not.toContain('24')
})
