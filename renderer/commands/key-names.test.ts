import { expect, test } from 'vitest'

import { ariaKey, keyName, pressOf } from './key-names.ts'

test('key presses are named as people write them', () => {
  const presses = [
    '$mod+Shift+z',
    '[Shift]+?',
    '(1|Digit1)',
    'Alt+Shift+Comma',
    'Shift+u',
    '+',
    'Alt+KeyT',
  ]
  expect(presses.map(keyName)).toEqual([
    'Ctrl+Shift+Z',
    '?',
    '1',
    'Alt+Shift+,',
    'Shift+U',
    '+',
    'Alt+T',
  ])
  expect(ariaKey('$mod+Shift+z')).toBe('Control+Shift+Z')
})

test('an event is written as the press that it matches', () => {
  const plain = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(pressOf({ ...plain, key: 'x', code: 'KeyX' })).toBe('x')
  expect(pressOf({ ...plain, key: 'X', code: 'KeyX', shiftKey: true })).toBe('Shift+x')
  expect(pressOf({ ...plain, key: '?', code: 'Slash', shiftKey: true })).toBe('[Shift]+?')
  expect(pressOf({ ...plain, key: 'k', code: 'KeyK', ctrlKey: true })).toBe('$mod+k')
  expect(pressOf({ ...plain, key: '≈', code: 'KeyX', altKey: true })).toBe('Alt+KeyX')
  expect(pressOf({ ...plain, key: ' ', code: 'Space' })).toBe('Space')
  expect(pressOf({ ...plain, key: 'F8', code: 'F8' })).toBe('F8')
  expect(pressOf({ ...plain, key: 'Shift', code: 'ShiftLeft', shiftKey: true })).toBeNull()
})
