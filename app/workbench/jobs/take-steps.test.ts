import { expect, test } from 'vitest'

import { takeSteps } from './take-steps.ts'

function* working(said: string[], most: number): Generator<number, string> {
  try {
    for (let done = 0; done < most; done += 1) {
      yield done
      const until = performance.now() + 5
      while (performance.now() < until);
    }
    return 'done'
  } finally {
    said.push('tidied')
  }
}

test('steps are taken to the last, and each says how far it is', async () => {
  const said: string[] = []
  const told: number[] = []
  const onProgress = (done: number) => told.push(done)
  const { signal } = new AbortController()
  expect(await takeSteps(working(said, 10), { signal, onProgress })).toBe('done')
  expect(told).toEqual(Array.from({ length: 10 }, (_, index) => index))
})

test('a signal that aborts ends them between two steps, and they tidy up', async () => {
  const said: string[] = []
  const canceller = new AbortController()
  const hooks = { signal: canceller.signal, onProgress: () => {} }
  const endless = takeSteps(working(said, 1_000_000), hooks)
  setTimeout(() => canceller.abort(new Error('enough')), 30)
  await expect(endless).rejects.toThrow('enough')
  expect(said).toEqual(['tidied'])
})
