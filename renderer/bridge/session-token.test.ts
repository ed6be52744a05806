import { expect, test } from 'vitest'

import { takeSessionToken } from './session-token.ts'

/** A tab at an address; its address bar and session storage can be read. */
function tabAt(href: string, stored: Record<string, string> = {}) {
  const storage = new Map(Object.entries(stored))
  const shown = { href }
  return {
    shown,
    storage,
    location: shown,
    history: {
      replaceState: (_: unknown, __: string, url?: string | URL | null) => {
        shown.href = String(url)
      },
    },
    sessionStorage: {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
    },
  }
}

test('the token goes from the address bar into the tab’s storage', () => {
  const tab = tabAt('http://127.0.0.1:8080/?token=abc')
  expect(takeSessionToken(tab)).toEqual({ ok: true, value: 'abc' })
  expect(tab.shown.href).toBe('http://127.0.0.1:8080/')
  expect(takeSessionToken(tab)).toEqual({ ok: true, value: 'abc' })
})

test('a new link replaces the token of an earlier run', () => {
  const tab = tabAt('http://127.0.0.1:8080/?token=new', { 'verbatim.token': 'old' })
  expect(takeSessionToken(tab)).toEqual({ ok: true, value: 'new' })
  expect([...tab.storage.values()]).toEqual(['new'])
})

test('a tab without a token says which link to open', () => {
  expect(takeSessionToken(tabAt('http://127.0.0.1:8080/'))).toMatchObject({
    ok: false,
    failure: { code: 'disconnected', remedy: expect.stringContaining('verbatim serve') },
  })
})
