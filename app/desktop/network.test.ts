import type { CallbackResponse } from 'electron'
import { expect, test, vi } from 'vitest'

import { refuseNetwork, startWithoutNetwork } from './network.ts'

/** Whether a request for an address is cancelled. */
function cancelled(url: string, isPackaged: boolean): boolean | undefined {
  const given: unknown[] = []
  const session: Parameters<typeof refuseNetwork>[0] = {
    webRequest: { onBeforeRequest: (...args: unknown[]) => void given.push(...args) },
    setSpellCheckerEnabled: () => {},
  }
  refuseNetwork(session, { isPackaged })
  const [listener] = given
  if (typeof listener !== 'function') throw new Error('Nobody listens to requests')
  const answer = vi.fn<(response: CallbackResponse) => void>()
  Reflect.apply(listener, null, [{ url }, answer])
  return answer.mock.calls[0]?.[0].cancel
}

test.each(['app://verbatim/index.html', 'data:image/png;base64,AA', 'blob:app://verbatim/1'])(
  '%s is the page’s own',
  (url) => {
    expect(cancelled(url, true)).toBe(false)
  },
)

test.each([
  'https://example.org/',
  'http://127.0.0.1:9222/json',
  'wss://example.org/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://a/b.js',
  'nothing',
])('%s is cancelled', (url) => {
  expect(cancelled(url, true)).toBe(true)
})

test('developers have their tools', () => {
  expect(cancelled('devtools://devtools/bundled/inspector.html', false)).toBe(false)
  expect(cancelled('https://example.org/', false)).toBe(true)
})

test('no name is looked up', () => {
  const appendSwitch = vi.fn<(name: string, value?: string) => void>()
  startWithoutNetwork({ appendSwitch })
  expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND')
})
