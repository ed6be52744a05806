import { writeFile } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { maxBodyBytes } from './request-body.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let origin: string
let token: string
let cookie: string
let send: TestServer['send']
let call: TestServer['call']

beforeAll(async () => {
  server = await startTestServer()
  ;({ origin, token, cookie, send, call } = server)
})

afterAll(() => server.close())

async function offered(): Promise<string> {
  const path = await server.downloads.reserve('статья.json')
  await writeFile(path, '{"a":1}')
  return server.downloads.offer(path, 'ста(тья).json')
}

describe('calls', () => {
  test('reach the workbench with the token', async () => {
    const { status, text, headers } = await call('app.info', '{"a":"é"}')
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/json')
    expect(JSON.parse(text)).toEqual({ ok: true, value: { name: 'app.info', args: { a: 'é' } } })
  })

  test.each([
    ['the cookie alone', () => ({ authorization: '', cookie })],
    ['a wrong token', () => ({ authorization: 'Bearer AAAA', cookie })],
    ['the token in another scheme', () => ({ authorization: `Basic ${token}` })],
    ['the cookie’s secret as token', () => ({ authorization: `Bearer ${cookie.split('=')[1]}` })],
  ])('do not open to %s', async (_, headers) => {
    expect((await call('app.info', '{}', headers())).status).toBe(403)
  })

  test.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('are not made by %s', async (method) => {
    const headers = { origin, authorization: `Bearer ${token}` }
    const { status, headers: answered } = await send('/call/app.info', { method, headers })
    expect(status).toBe(405)
    expect(answered['access-control-allow-origin']).toBeUndefined()
  })

  test.each([
    ['not JSON', '{"a":', 400],
    ['empty', '', 400],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400],
  ])('that are %s get a failure', async (_, body, status) => {
    const answered = await call('app.info', body)
    expect(answered.status).toBe(status)
    expect(JSON.parse(answered.text)).toMatchObject({
      ok: false,
      failure: { code: 'invalidArguments' },
    })
  })

  test('of another content type get a failure', async () => {
    const answered = await call('app.info', '{}', { 'content-type': 'text/plain' })
    expect(answered.status).toBe(415)
    expect(JSON.parse(answered.text)).toMatchObject({ ok: false })
  })

  test('larger than the limit get a failure, and the server lives on', async () => {
    const answered = await call('app.info', Buffer.alloc(maxBodyBytes + 1, 0x20))
    expect(answered.status).toBe(413)
    expect(JSON.parse(answered.text)).toMatchObject({ ok: false, failure: { code: 'tooLarge' } })
    expect((await call('app.info', '{}')).status).toBe(200)
  })
})

describe('events', () => {
  test('go to every page that has the token, one JSON value a line', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const pages = await Promise.all([
      fetch(`${origin}/events`, { headers }),
      fetch(`${origin}/events`, { headers }),
    ])
    server.streams.send({ name: 'projectChanged', value: null })
    for (const page of pages) {
      const reader = page.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (!text.includes('{')) text += (await reader?.read())?.value
      expect(JSON.parse(text)).toEqual({ name: 'projectChanged', value: null })
      await reader?.cancel()
    }
  })

  test('do not open to the cookie', async () => {
    expect((await send('/events', { headers: { cookie } })).status).toBe(403)
  })
})

describe('downloads', () => {
  test('are fetched once, without cookie or token', async () => {
    const address = await offered()
    const first = await send(address)
    expect([first.status, first.text]).toEqual([200, '{"a":1}'])
    expect(first.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''%D1%81%D1%82%D0%B0%28%D1%82%D1%8C%D1%8F%29.json",
    )
    expect((await send(address)).status).toBe(403)
  })

  test.each([
    ['a"; filename="evil.html', 'a%22%3B%20filename%3D%22evil.html'],
    ['a\r\nSet-Cookie: x=1', 'a%0D%0ASet-Cookie%3A%20x%3D1'],
    ['../../a.json', '..%2F..%2Fa.json'],
    ['a\u202Egnp.exe', 'a%E2%80%AEgnp.exe'],
    ['half a \uD83D character', 'half%20a%20%EF%BF%BD%20character'],
  ])('put no header of their own into the answer: %j', async (fileName, encoded) => {
    const path = await server.downloads.reserve('a.json')
    await writeFile(path, '{}')
    const { status, headers } = await send(server.downloads.offer(path, fileName))
    expect(status).toBe(200)
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''${encoded}`)
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('have ids that cannot be guessed', async () => {
    expect(await offered()).toMatch(/^\/download\/[0-9a-f]{32}$/)
    expect((await send(`/download/${'0'.repeat(32)}`)).status).toBe(403)
  })
})

describe('the launch link', () => {
  test('leads to the session once', async () => {
    const path = server.launchPath
    const wrong = await send('/?launch=AAAA')
    const first = await send(path)
    const second = await send(path)
    expect([wrong.status, first.status, second.status]).toEqual([403, 303, 403])
    expect(first.headers['location']).toBe(`/?token=${token}`)
  })
})
