import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'

import type { Bridge } from '../../shared/contract.ts'
import {
  defaultPreferences,
  preferencesSchema,
  type Preferences,
} from '../../shared/preferences.ts'
import { success } from '../../shared/result.ts'
import { createSession } from '../store/create-session.ts'
import { setPreferences } from './preferences.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then))
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A session whose workbench keeps preferences, and answers each call when it is told to. */
function begin() {
  let kept: Preferences = { ...defaultPreferences, annotator: 'Ana' }
  const answers: (() => void)[] = []
  const call: Bridge['call'] = (_, change) => {
    kept = preferencesSchema.parse({ ...kept, ...change })
    const then = success(kept)
    return new Promise((resolve) => {
      answers.push(() => resolve(z.any().parse(then)))
    })
  }
  const session = createSession({ call, listen: () => () => {} })
  session.store.setState({ preferences: kept })
  const shown = () => session.store.getState().preferences?.textSize
  return { session, shown, answers, kept: () => kept }
}

test('a fast series of changes ends with the last one, whichever answer comes when', async () => {
  const { session, shown, answers, kept } = begin()
  for (const textSize of [20, 21, 22]) void setPreferences(session, { textSize })
  expect(shown()).toBe(22)
  // One call at a time: no answer can overtake another.
  expect(answers).toHaveLength(1)
  answers.shift()?.()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  expect(shown()).toBe(22)
  answers.shift()?.()
  await vi.waitFor(() => expect(session.store.getState().preferencesWaiting).toBeNull())
  expect([shown(), kept().textSize]).toEqual([22, 22])
})
