import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import type { Event } from '../../shared/contract.ts'
import { createHttpBridge } from './http-bridge.ts'

type Stream = ReadableStreamDefaultController<Uint8Array>

const answers = new Map<string, () => Response>()
const requests: { path: string; init: RequestInit }[] = []
const streams: Stream[] = []
let reachable = true

function fetchFromShell(path: string, init: RequestInit): Promise<Response> {
  requests.push({ path, init })
  const answer = reachable ? answers.get(path) : undefined
  return answer === undefined
    ? Promise.reject(new TypeError('fetch failed'))
    : Promise.resolve(answer())
}

function eventStream(): Response {
  return new Response(
    new ReadableStream<Uint8Array>({ start: (stream) => void streams.push(stream) }),
  )
}

function send(text: string) {
  streams.at(-1)?.enqueue(new TextEncoder().encode(text))
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetchFromShell)
  reachable = true
  answers.clear()
  requests.length = 0
  streams.length = 0
  answers.set('/events', eventStream)
  answers.set('/call/project.current', () => Response.json({ ok: true, value: null }))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a call carries token and arguments, and gives the shell’s result', async () => {
  answers.set('/call/recent.list', () => Response.json({ ok: true, value: [] }))
  expect(await createHttpBridge('abc').call('recent.list', {})).toEqual({ ok: true, value: [] })
  expect(requests).toEqual([
    {
      path: '/call/recent.list',
      init: {
        method: 'POST',
        headers: { authorization: 'Bearer abc', 'content-type': 'application/json' },
        body: '{}',
      },
    },
  ])
})

test.each([
  ['cannot be reached', null],
  ['breaks off', () => new Response('{"ok":tr')],
  ['belongs to another run', () => new Response('no', { status: 403 })],
])('a shell that %s gives a failure, never a throw', async (_, answer) => {
  if (answer !== null) answers.set('/call/recent.list', answer)
  expect(await createHttpBridge('abc').call('recent.list', {})).toMatchObject({
    ok: false,
    failure: { code: 'disconnected' },
  })
})

test('events arrive whole, wherever the lines were cut', async () => {
  const heard: Event[] = []
  createHttpBridge('abc').listen((event) => heard.push(event))
  await vi.advanceTimersByTimeAsync(0)
  send('\n{"name":"menu","value":{"comm')
  send('and":"undo"}}\n\n{"name":"closing","value":{}}\n')
  await vi.advanceTimersByTimeAsync(0)
  expect(heard).toEqual([
    { name: 'menu', value: { command: 'undo' } },
    { name: 'closing', value: {} },
  ])
})

test('a call waits until the page hears events', async () => {
  const bridge = createHttpBridge('abc')
  bridge.listen(() => {})
  await bridge.call('project.current', {})
  expect(requests.map(({ path }) => path)).toEqual(['/events', '/call/project.current'])
})

test('after a gap the stream is opened again and the project asked for', async () => {
  const heard: Event[] = []
  createHttpBridge('abc').listen((event) => heard.push(event))
  await vi.advanceTimersByTimeAsync(0)
  reachable = false
  streams[0]?.close()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(heard).toEqual([])
  reachable = true
  await vi.advanceTimersByTimeAsync(10_000)
  expect(streams).toHaveLength(2)
  expect(heard).toEqual([{ name: 'projectChanged', value: null }])
})

test('a stream that falls silent is given up', async () => {
  createHttpBridge('abc').listen(() => {})
  await vi.advanceTimersByTimeAsync(0)
  const { signal } = requests[0]?.init ?? {}
  await vi.advanceTimersByTimeAsync(44_000)
  expect(signal?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(signal?.aborted).toBe(true)
})

test('an ended session is not asked again and again', async () => {
  answers.set('/events', () => new Response('no', { status: 403 }))
  createHttpBridge('abc').listen(() => {})
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests).toHaveLength(1)
})

test('one listener’s fault is reported and does not reach the others', async () => {
  const reported = vi.fn<(error: unknown) => void>()
  vi.stubGlobal('reportError', reported)
  const heard: Event[] = []
  const bridge = createHttpBridge('abc')
  bridge.listen(() => {
    throw new TypeError('a fault')
  })
  bridge.listen((event) => heard.push(event))
  await vi.advanceTimersByTimeAsync(0)
  send('{"name":"closing","value":{}}\n')
  await vi.advanceTimersByTimeAsync(0)
  expect(heard).toHaveLength(1)
  expect(reported).toHaveBeenCalledOnce()
})

test('when the last listener leaves, the stream ends', async () => {
  const stop = createHttpBridge('abc').listen(() => {})
  await vi.advanceTimersByTimeAsync(0)
  stop()
  expect(requests[0]?.init.signal?.aborted).toBe(true)
})
