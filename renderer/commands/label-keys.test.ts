import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import type { Label } from '../../shared/model/label.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { ownerOf } from './changing-keys.ts'
import { commandsFor, usualCommands } from './commands.ts'
import { freeKeyFor, pressOfLabel } from './label-keys.ts'

function labelled(key: string | null, name: string): Label {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    color: '#2563eb',
    key,
    description: '',
    guideline: '',
    attributes: [],
    speaker: null,
    archived: false,
    position: 0,
  }
}

function commandsOf(labels: readonly Label[]) {
  return commandsFor({ labels, relationTypes: defaultRelationTypes }, {})
}

/** Adds labels one after the other, as the tag set does. Gives their keys. */
function keysOfAdded(names: readonly string[]): readonly (string | null)[] {
  let labels: readonly Label[] = defaultLabels
  return names.map((name) => {
    const key = freeKeyFor(name, labels, commandsOf(labels))
    labels = [...labels, labelled(key, name)]
    return key
  })
}

test('labels that are added get the digits that are left, then a letter of their own that nothing has, then none', () => {
  const names = ['Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Background', 'Press release', 'B']
  expect(keysOfAdded(names)).toEqual(['5', '6', '7', '8', '9', '0', 'b', null, null])
})

test('an archived label keeps its key for when it comes back', () => {
  const labels = defaultLabels.map((label) => ({ ...label, archived: label.id === 'quote' }))
  expect(freeKeyFor('Fifth', labels, commandsOf(labels))).toBe('5')
})

test('a key that somebody gave to a command is not taken from it', () => {
  const tagSet = { labels: defaultLabels, relationTypes: defaultRelationTypes }
  expect(freeKeyFor('Fifth', defaultLabels, commandsFor(tagSet, { note: ['Digit5'] }))).toBe('6')
})

test('whatever labels are called, those with a key have one for every selection too, and no command loses its own', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-zé]{1,6}$/), { maxLength: 30 }), (names) => {
      const added = keysOfAdded(names).map((key, index) => labelled(key, `Label ${index}`))
      const labels = [...defaultLabels, ...added]
      const commands = commandsOf(labels)
      for (const { id, key } of labels) {
        const sticky = commands.find((command) => command.id === `sticky-${id}`)
        expect(sticky?.keys.length).toBe(key === null ? 0 : 1)
      }
      const usual = usualCommands({ labels, relationTypes: defaultRelationTypes })
      expect(commands.map(({ keys }) => keys)).toEqual(usual.map(({ keys }) => keys))
    }),
    { numRuns: 60 },
  )
})

test('a letter whose Shift is a command’s has another press for every selection; a sign is told with or without Shift', () => {
  const labels = [labelled('t', 'Tone'), labelled('é', 'Écho'), labelled('!', 'Alarm')]
  const commands = commandsOf(labels)
  const keysOf = (id: string) => commands.find((command) => command.id === id)?.keys
  expect(keysOf('tagAll')).toEqual(['Shift+t'])
  expect(keysOf('sticky-tone')).toEqual(['Alt+Shift+KeyT'])
  expect(keysOf('sticky-écho')).toEqual(['Shift+é'])
  expect(keysOf('label-alarm')).toEqual(['[Shift]+!'])
  expect(keysOf('sticky-alarm')).toEqual(['Alt+[Shift]+!'])
  expect(ownerOf(commands, pressOfLabel('!'), { id: '', group: 'tag' })?.id).toBe('label-alarm')
})
