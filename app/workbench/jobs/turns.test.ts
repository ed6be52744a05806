import { setImmediate } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { createTurns, isAnybody } from './turns.ts'

test('one at a time, in the order they came, also after one that failed', async () => {
  const turns = createTurns()
  const said: string[] = []
  const slow = turns.take(async () => {
    said.push('slow begins')
    await setImmediate()
    said.push('slow ends')
  })
  const broken = turns.take(() => {
    said.push('broken')
    throw new Error('on purpose')
  })
  const last = turns.take(() => said.push('last'))
  await expect(broken).rejects.toThrow('on purpose')
  await Promise.all([slow, last])
  expect(said).toEqual(['slow begins', 'slow ends', 'broken', 'last'])
})

test('a turn sees whether somebody waits for it to end', async () => {
  const turns = createTurns()
  const seen: boolean[] = []
  const first = turns.take(async (waiting) => {
    seen.push(isAnybody(waiting))
    const next = turns.take(() => seen.push(isAnybody(waiting)))
    seen.push(isAnybody(waiting))
    return { next }
  })
  const { next } = await first
  await next
  expect(seen).toEqual([false, true, false])
})

test('who is patient comes in order as well, and nobody need know', async () => {
  const turns = createTurns()
  const seen: boolean[] = []
  const said: string[] = []
  const first = turns.take((waiting) => {
    const patient = turns.takePatiently(() => said.push('patient'))
    seen.push(isAnybody(waiting))
    const last = turns.take(() => said.push('last'))
    seen.push(isAnybody(waiting))
    return { patient, last }
  })
  const { patient, last } = await first
  await Promise.all([patient, last])
  expect(seen).toEqual([false, true])
  expect(said).toEqual(['patient', 'last'])
})
