import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { commandFinder } from './command-search.ts'
import { usualCommands } from './commands.ts'

const commands = usualCommands({ labels: defaultLabels, relationTypes: defaultRelationTypes })

function found(typed: string): readonly string[] {
  return commands.filter(commandFinder(typed)).map(({ title }) => title)
}

test('a command is found by its title, its group and other words for the same', () => {
  const searches = {
    filter: 'Find and filter annotations…',
    sort: 'Order annotations: newest first',
    incomplete: 'Only incomplete annotations',
    dark: 'Theme: Dark',
    'dark mode': 'Theme: Dark',
    'high contrast': 'Theme: High contrast',
    'line height': 'Greater line height',
    'line length': 'Longer lines',
    typeface: 'Next typeface',
    font: 'Next typeface',
    archive: 'Archive the label…',
    merge: 'Merge the label into another one…',
    'go back': 'Go back in the history…',
    'claim nobody': 'Claim that nobody denies',
    annotator: 'Only my own annotations',
    remove: 'Delete annotation',
    'remove document': 'Delete document…',
    rename: 'Change the title…',
    name: 'Settings…',
    shortcuts: 'Keys…',
    'EXPAND selection': 'Expand the selection',
  }
  for (const [typed, title] of Object.entries(searches)) {
    expect([typed, found(typed)]).toEqual([typed, expect.arrayContaining([title])])
  }
})

test('what no command has finds nothing, and nothing typed finds all', () => {
  expect(found('no such thing')).toEqual([])
  expect(found('tag den')).toEqual(['Tag Denial', 'Tag every selection as Denial'])
  expect(found(' ')).toHaveLength(commands.length)
})
