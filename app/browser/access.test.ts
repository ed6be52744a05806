import { afterAll, beforeAll, describe, expect, test } from 'vitest'

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

describe('the page', () => {
  test('opens with the printed link, which sets a cookie for this port only', async () => {
    const { status, headers, text } = await send(`/?token=${token}`)
    expect(status).toBe(200)
    const { port } = new URL(origin)
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(`^verbatim-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    ])
    expect(cookie).not.toContain(token)
    const nonce = /nonce="(.+)"/.exec(text)?.[1]
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    expect(headers['content-security-policy']).not.toContain('unsafe')
  })

  test('gets a fresh nonce each time', async () => {
    const first = await send('/', { headers: { cookie } })
    const second = await send('/', { headers: { cookie } })
    expect(first.text).not.toBe(second.text)
  })

  test('reloads with the cookie, among other cookies', async () => {
    expect((await send('/', { headers: { cookie: `a=b; ${cookie}; c=d` } })).status).toBe(200)
  })

  test('may be linked to from another site, for the token is the proof', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await send(`/?token=${token}`, { headers })).status).toBe(200)
    expect((await send('/', { headers: { ...headers, cookie } })).status).toBe(403)
  })

  test.each([
    ['no secret', '/', {}],
    ['a wrong token', '/?token=AAAA', {}],
    ['an empty token', '/?token=', {}],
    ['a wrong cookie', '/', { cookie: 'verbatim-1=x' }],
  ])('is refused to %s, with a sentence on what to do', async (_, path, headers) => {
    const { status, text, headers: answered } = await send(path, { headers })
    expect(status).toBe(403)
    expect(text).toContain('Open that link')
    expect(answered['set-cookie']).toBeUndefined()
  })

  test('a wrong token is refused beside a right cookie: the link is an old one', async () => {
    expect((await send('/?token=AAAA', { headers: { cookie } })).status).toBe(403)
  })
})

describe('files', () => {
  test('open with the cookie', async () => {
    const { status, headers, text } = await send('/main.js', { headers: { cookie } })
    expect([status, text]).toEqual([200, 'export {}'])
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  test('stay closed without it, whether there or not', async () => {
    expect((await send('/main.js')).status).toBe(403)
    expect((await send('/none.js')).status).toBe(403)
    expect((await send('/main.js', { headers: { authorization: 'Bearer x' } })).status).toBe(403)
  })

  test.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\..\\package.json',
    '//etc/passwd',
    '/main.js/../../etc/passwd',
    '/main.js%00',
    '/main.js.map',
  ])('nothing but listed files is served: %s', async (path) => {
    const { status, text } = await send(path, { headers: { cookie } })
    expect([403, 404]).toContain(status)
    expect(text).not.toMatch(/root:|"name"/)
  })
})

describe('where a request comes from', () => {
  test.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost', '[::1]:80'])(
    'the Host %j is refused',
    async (host) => {
      expect((await send(`/?token=${token}`, { headers: { host } })).status).toBe(403)
    },
  )

  test('localhost with the port is ours too', async () => {
    const { port } = new URL(origin)
    const host = `localhost:${port}`
    expect((await send(`/?token=${token}`, { headers: { host } })).status).toBe(200)
    const answered = await call('app.info', '{}', { host, origin: `http://${host}` })
    expect(answered.status).toBe(200)
  })

  test.each(['null', 'http://evil.example', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'the Origin %s is refused, with every secret',
    async (foreign) => {
      expect((await call('app.info', '{}', { origin: foreign })).status).toBe(403)
    },
  )

  test('a call without an Origin is refused', async () => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answered = await send('/call/app.info', { method: 'POST', headers, body: '{}' })
    expect(answered.status).toBe(403)
  })

  test.each(['cross-site', 'same-site'])('Sec-Fetch-Site %s is refused', async (site) => {
    expect((await call('app.info', '{}', { 'sec-fetch-site': site })).status).toBe(403)
  })

  test('an absolute address of another host is refused', async () => {
    const answered = await send('http://evil.example/', { headers: { cookie } })
    expect(answered.status).toBe(403)
  })
})

test('every answer carries the protective headers', async () => {
  const answers = [await send('/'), await send('/', { headers: { cookie } }), await call('x', '{}')]
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.any(String),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  }
})
