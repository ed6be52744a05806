import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { success, type Result } from '../../shared/result.ts'
import type { Matches } from '../../shared/text/matches.ts'
import { createTextSearch, type SearchAnswer, type SearchRequest } from './text-search.ts'

/** Stands for the thread: answers when it is told to. */
class Thread extends EventTarget {
  readonly asked: SearchRequest[] = []
  ended = false

  postMessage(asked: SearchRequest): void {
    this.asked.push(asked)
  }

  terminate(): void {
    this.ended = true
  }

  say(answer: SearchAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }))
  }
}

const some = success<Matches>({ spans: [{ start: 0, end: 1 }], complete: true })

function request(text: string): SearchRequest {
  return {
    text,
    query: { text: 'a', matchCase: false, wholeWords: false, expression: false },
    language: 'en',
  }
}

function begin() {
  const threads: Thread[] = []
  const results: Result<Matches>[] = []
  const search = createTextSearch(() => {
    const thread = new Thread()
    threads.push(thread)
    return thread
  }, 1000)
  const start = (text: string): void => {
    search.start(request(text), (result) => results.push(result))
  }
  return { threads, results, search, start }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('createTextSearch', () => {
  it('gives what the thread answers, and asks the same thread again', () => {
    const { threads, results, start } = begin()
    start('one')
    threads[0]?.say('begun')
    threads[0]?.say(some)
    start('two')
    threads[0]?.say('begun')
    threads[0]?.say(some)
    vi.advanceTimersByTime(5000)
    expect(threads).toHaveLength(1)
    expect(threads[0]?.asked).toEqual([request('one'), request('two')])
    expect(results).toEqual([some, some])
  })

  it('ends a search that takes longer than it may, counted from when it began', () => {
    const { threads, results, start } = begin()
    start('one')
    vi.advanceTimersByTime(3000)
    expect(results).toEqual([])
    threads[0]?.say('begun')
    vi.advanceTimersByTime(1001)
    expect(threads[0]?.ended).toBe(true)
    expect(results.map((result) => result.ok || result.failure.code)).toEqual(['tooLarge'])
    start('two')
    threads[1]?.say('begun')
    threads[1]?.say(some)
    expect(results.at(-1)).toBe(some)
  })

  it('gives up the search before, and hears nothing of it any more', () => {
    const { threads, results, start } = begin()
    start('one')
    threads[0]?.say('begun')
    start('two')
    expect(threads[0]?.ended).toBe(true)
    threads[0]?.say(some)
    vi.advanceTimersByTime(5000)
    expect(results).toEqual([])
    threads[1]?.say(some)
    expect(results).toEqual([some])
  })

  it('says so where the thread fails', () => {
    const { threads, results, start } = begin()
    start('one')
    threads[0]?.dispatchEvent(new Event('error'))
    expect(results.map((result) => result.ok || result.failure.code)).toEqual(['notAvailable'])
  })

  it('ends its thread with itself', () => {
    const { threads, search, results, start } = begin()
    start('one')
    threads[0]?.say(some)
    search.dispose()
    expect(threads[0]?.ended).toBe(true)
    start('two')
    threads[1]?.say('begun')
    search.dispose()
    expect(threads[1]?.ended).toBe(true)
    vi.advanceTimersByTime(5000)
    expect(results).toEqual([some])
  })
})
