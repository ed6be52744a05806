import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { initialState } from '../store/state.ts'
import { usualCommands } from './commands.ts'
import { menuCommands } from './menu.ts'

const commands = usualCommands({ labels: defaultLabels, relationTypes: defaultRelationTypes })
const desktop = {
  ...initialState,
  info: { version: '1', shell: 'desktop', systemLanguages: [] },
} as const

function possible(state: typeof initialState): readonly string[] {
  return menuCommands(commands, state)
    .filter((command) => command.possible)
    .map(({ id }) => id)
}

test('the menu is told every command, with its group and key', () => {
  const told = menuCommands(commands, desktop)
  expect(told.map(({ id }) => id)).toEqual(commands.map(({ id }) => id))
  expect(told.find(({ id }) => id === 'openProject')).toEqual({
    id: 'openProject',
    title: 'Open project…',
    group: 'project',
    key: '$mod+o',
    possible: true,
  })
})

test('what needs a project is not possible without one', () => {
  expect(possible(desktop)).toContain('newWindow')
  expect(possible(desktop)).not.toContain('closeProject')
})

test('a browser has no windows to open', () => {
  expect(
    possible({ ...initialState, info: { version: '1', shell: 'browser', systemLanguages: null } }),
  ).not.toContain('newWindow')
})

test('behind a dialog only undo and redo are possible, which text fields have too', () => {
  expect(possible({ ...desktop, dialog: 'preferences' })).toEqual(['undo', 'redo'])
})
