import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ImportSource } from '../../shared/contract.ts'
import { failure, success } from '../../shared/result.ts'
import { gatherSources, inCalls, type PendingSource } from './import-sources.ts'

const megabyte = 1024 * 1024

function pendingText(title: string, bytes = 0): PendingSource {
  return { name: title, bytes, read: async () => success({ kind: 'paste', title, text: title }) }
}

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

describe('gatherSources', () => {
  it('sends what can be read and refuses the rest with its own reason', async () => {
    const sent: ImportSource[][] = []
    const unread = failure('notFound', 'Gone.', 'Choose it again.')
    const gathered = await gatherSources(
      [pendingText('a'), { name: 'b/c', bytes: 1, read: async () => unread }, pendingText('d')],
      {
        send: async (sources) => {
          sent.push([...sources])
          return success(null)
        },
        isWanted: () => true,
        progress: () => {},
      },
    )
    expect(sent).toMatchObject([[{ title: 'a' }, { title: 'd' }]])
    expect(gathered).toMatchObject({
      sent: 2,
      unread: [{ outcome: 'refused', file: 'b/c', reason: 'Gone. Choose it again.' }],
      failure: null,
    })
  })

  it('ends at a call that fails and reads nothing more', async () => {
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
    const { failure: reason } = await gatherSources(pending, {
      send: async () => {
        calls += 1
        return calls === 1 ? success(null) : failure('noProject', 'Closed.', 'Open it.')
      },
      isWanted: () => true,
      progress: (done) => progress.push(done),
    })
    expect(reason?.code).toBe('noProject')
    expect(read).toEqual(['a', 'b'])
    expect(progress).toEqual([1])
  })

  it('reads and sends nothing more once it is not wanted', async () => {
    let sent = 0
    const gathered = await gatherSources(
      ['a', 'b'].map((name) => pendingText(name, 6 * megabyte)),
      {
        send: async () => {
          sent += 1
          return success(null)
        },
        isWanted: () => sent === 0,
        progress: () => {},
      },
    )
    expect([sent, gathered.sent]).toEqual([1, 1])
  })
})
