import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Protocol } from 'electron'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { pageOrigin, pageUrl, servePage } from './protocol.ts'

let folder: string
let get: (url: string, method?: string) => Promise<Response>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  await writeFile(join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__">')
  await writeFile(join(folder, 'main.js'), 'export {}')
  const handle = vi.fn<Protocol['handle']>()
  await servePage({ handle }, folder)
  const [, handler] = handle.mock.lastCall ?? []
  get = async (url, method = 'GET') =>
    (await handler?.(new Request(url, { method }))) ?? Response.error()
})

afterAll(() => rm(folder, { recursive: true }))

test('the page comes with a policy that names its nonce', async () => {
  const response = await get(pageUrl)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const nonce = /nonce="(.+)"/.exec(await response.text())?.[1]
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain(`'nonce-${nonce}'`)
  expect(policy).not.toContain('unsafe')
})

test('files of the page are served', async () => {
  const response = await get(`${pageOrigin}/main.js`)
  expect(await response.text()).toBe('export {}')
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  `${pageOrigin}/`,
  `${pageOrigin}/../package.json`,
  `${pageOrigin}/..%2f..%2fetc/passwd`,
  `${pageOrigin}//etc/passwd`,
  'app://elsewhere/main.js',
])('nothing else is: %s', async (url) => {
  expect((await get(url)).status).toBe(404)
})

test('nothing is served to a form', async () => {
  expect((await get(`${pageOrigin}/main.js`, 'POST')).status).toBe(404)
})
