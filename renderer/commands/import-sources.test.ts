import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ImportSource } from '../../shared/contract.ts'
import { failure, success } from '../../shared/result.ts'
import { byReason, importSources, inCalls, type PendingSource } from './import-sources.ts'

const megabyte = 1024 * 1024

function pendingText(title: string, bytes = 0): PendingSource {
  return { name: title, bytes, read: async () => success({ kind: 'paste', title, text: title }) }
}

const accepted = success({ commit: null, imported: [], refused: [] })

describe('inCalls', () => {
  it('puts every source in one call, in order, and no call over its limits but for one large source', () => {
    const sources = fc.array(
      fc.record({ bytes: fc.integer({ min: 0, max: 12 * megabyte }), id: fc.integer() }),
      { maxLength: 500 },
    )
    fc.assert(
      fc.property(sources, (list) => {
        const calls = inCalls(list)
        expect(calls.flat()).toEqual(list)
        for (const call of calls) {
          const weight = call.reduce((sum, { bytes }) => sum + bytes, 0)
          expect(call.length).toBeGreaterThan(0)
          expect(call.length).toBeLessThanOrEqual(200)
          expect(call.length === 1 || weight <= 8 * megabyte).toBe(true)
        }
      }),
    )
  })

  it('keeps a drop of small files together', () => {
    const files = Array.from({ length: 200 }, () => ({ bytes: 30_000 }))
    expect(inCalls(files)).toHaveLength(1)
    expect(inCalls([...files, { bytes: 1 }])).toHaveLength(2)
  })
})

describe('importSources', () => {
  it('sends what can be read and refuses the rest with its own reason', async () => {
    const sent: ImportSource[][] = []
    const unread = failure('notFound', 'Gone.', 'Choose it again.')
    const outcome = await importSources(
      [pendingText('a'), { name: 'b', bytes: 1, read: async () => unread }, pendingText('c')],
      {
        send: async (sources) => {
          sent.push([...sources])
          return accepted
        },
        obstacle: () => null,
        progress: () => {},
      },
    )
    expect(sent).toMatchObject([[{ title: 'a' }, { title: 'c' }]])
    expect(outcome.refused).toMatchObject([{ name: 'b', failure: { code: 'notFound' } }])
  })

  it('ends at a call that fails, reads nothing more, and names everything that is not in', async () => {
    const read: string[] = []
    const progress: number[] = []
    const pending = ['a', 'b', 'c'].map((name) => ({
      ...pendingText(name, 6 * megabyte),
      read: async () => {
        read.push(name)
        return success({ kind: 'paste', title: name, text: name } as const)
      },
    }))
    let calls = 0
    const outcome = await importSources(pending, {
      send: async () => {
        calls += 1
        return calls === 1 ? accepted : failure('diskFull', 'The disk is full.', 'Make room.')
      },
      obstacle: () => null,
      progress: (done) => progress.push(done),
    })
    expect(calls).toBe(2)
    expect(read).toEqual(['a', 'b'])
    expect(progress).toEqual([1, 2, 3])
    expect(outcome.refused.map(({ name, failure: { code } }) => [name, code])).toEqual([
      ['b', 'diskFull'],
      ['c', 'diskFull'],
    ])
  })

  it('sends nothing past an obstacle', async () => {
    const closed = { code: 'noProject', message: 'Closed.', remedy: 'Open it.' } as const
    const outcome = await importSources([pendingText('a')], {
      send: () => Promise.reject(new Error('nothing may be sent')),
      obstacle: () => closed,
      progress: () => {},
    })
    expect(outcome).toEqual({ documents: [], refused: [{ name: 'a', failure: closed }] })
  })
})

describe('byReason', () => {
  it('gathers those refused for one reason, in the order of the first of each', () => {
    const full = { code: 'diskFull', message: 'The disk is full.', remedy: 'Make room.' } as const
    const empty = { code: 'empty', message: '“b” is empty.', remedy: 'Check it.' } as const
    const refusals = [
      { name: 'a', failure: full },
      { name: 'b', failure: empty },
      { name: 'c', failure: { ...full } },
    ]
    expect(byReason(refusals)).toEqual([
      { failure: full, names: ['a', 'c'] },
      { failure: empty, names: ['b'] },
    ])
  })
})
