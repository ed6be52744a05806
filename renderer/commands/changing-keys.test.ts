import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { isReserved, ownerOf, withKey, withUsualKeys } from './changing-keys.ts'
import type { Command } from './command.ts'
import { commandsFor, usualCommands } from './commands.ts'

const tagSet = { labels: defaultLabels, relationTypes: defaultRelationTypes }
const usual = usualCommands(tagSet)

function named(commands: readonly Command[], id: string): Command {
  const command = commands.find((one) => one.id === id)
  if (command === undefined) throw new Error(`There is no command ${id}.`)
  return command
}

test('no two commands of one view come with the same key', () => {
  for (const command of usual) {
    for (const key of command.keys) {
      expect([key, ownerOf(usual, key, command)?.id ?? null]).toEqual([key, null])
    }
  }
})

test('every command comes with a key', () => {
  expect(usual.filter(({ keys }) => keys.length === 0)).toEqual([])
})

test('a command takes a key from the one that had it, and gives it back', () => {
  const chosen = withKey({}, usual, named(usual, 'note'), 'j')
  const changed = commandsFor(tagSet, chosen)
  expect(named(changed, 'note').keys).toEqual(['j'])
  expect(named(changed, 'nextAnnotation').keys).toEqual([])
  const back = withUsualKeys(withUsualKeys(chosen, 'note'), 'nextAnnotation')
  expect(back).toEqual({})
})

test('a key is one command’s on the desk and another’s in the table, and may be asked for by one of both', () => {
  const sort = named(usual, 'sortDocuments-title')
  expect(sort.keys).toEqual(named(usual, 'label-claim').keys)
  expect(ownerOf(usual, 'j', sort)).toBeNull()
  const chosen = withKey({}, usual, named(usual, 'allDocuments'), 'g')
  const changed = commandsFor(tagSet, chosen)
  expect(named(changed, 'allDocuments').keys).toEqual(['g'])
  expect(named(changed, 'related').keys).toEqual([])
  expect(named(changed, 'groupDocuments').keys).toEqual([])
})

test('a label keeps its digit to itself, told by sign or by place', () => {
  const note = named(usual, 'note')
  expect(ownerOf(usual, 'Digit1', note)?.id).toBe('label-claim')
  expect(ownerOf(usual, 'Shift+Digit1', note)?.id).toBe('sticky-claim')
})

test('a label keeps the key that its tag set gives it, also where a command comes with it', () => {
  const labels = defaultLabels.map((label) =>
    label.id === 'claim' ? { ...label, key: 'j' } : label,
  )
  const commands = commandsFor({ ...tagSet, labels }, {})
  expect(named(commands, 'label-claim').keys).toEqual(['j'])
  expect(named(commands, 'nextAnnotation').keys).toEqual([])
  expect(named(commands, 'previousAnnotation').keys).toEqual(['k'])
})

test('keys that the page needs are not to be had', () => {
  expect(['Tab', 'Shift+Tab', 'Enter', 'ArrowUp', 'Escape'].every(isReserved)).toBe(true)
  expect(['j', 'F8', '$mod+Enter', 'Alt+ArrowUp'].some(isReserved)).toBe(false)
})
