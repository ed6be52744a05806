import { expect, test } from 'vitest'

import { acceleratorOf } from './accelerator.ts'

test.each([
  ['$mod+Shift+z', 'CmdOrCtrl+Shift+Z'],
  ['Alt+KeyI', 'Alt+I'],
  ['Alt+Shift+Digit5', 'Alt+Shift+5'],
  ['(1|Digit1)', '1'],
  ['$mod+Comma', 'CmdOrCtrl+,'],
  ['[Shift]++', 'Plus'],
  ['[Shift]+?', '?'],
  ['Alt+Enter', 'Alt+Return'],
  ['Alt+BracketLeft', 'Alt+['],
  ['Shift+F6', 'Shift+F6'],
  ['Escape', 'Escape'],
  ['é', null],
  ['Hyper+a', null],
  ['MediaTrackNext', null],
])('%s is %s', (press, expected) => {
  expect(acceleratorOf(press)).toBe(expected)
})
