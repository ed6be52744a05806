import { expect, test, vi } from 'vitest'

import { answerPromptly, heldBackAnswers } from './prompt-answers.ts'

test.each([
  ['', heldBackAnswers],
  ['Vulkan', `Vulkan,${heldBackAnswers}`],
])('answers are let in at once, and features “%s” stay off', (named, off) => {
  const appendSwitch = vi.fn<(name: string, value?: string) => void>()
  answerPromptly({ appendSwitch, getSwitchValue: () => named })
  expect(appendSwitch.mock.calls).toEqual([['disable-features', off]])
})
