import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'

import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
let port: number
const sockets: Socket[] = []

beforeAll(async () => {
  server = await startTestServer()
  port = Number(new URL(server.origin).port)
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
})
afterAll(() => server.close())

async function open(to = port): Promise<Socket> {
  const socket = connect(to, '127.0.0.1')
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

/** Sends bytes that no HTTP client would, and gives all that comes back until the server hangs up. */
async function sendRaw(bytes: string | Buffer, to = port): Promise<string> {
  const socket = await open(to)
  let answered = ''
  socket.setEncoding('latin1').on('data', (text: string) => (answered += text))
  socket.write(bytes)
  await closing(socket)
  return answered
}

/** Whoever is refused while still sending may see the connection reset: that is no failure of a test. */
function closing(socket: Socket): Promise<void> {
  socket.on('error', () => {}).resume()
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

function statusOf(answered: string): number | null {
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(answered)?.[1]
  return status === undefined ? null : Number(status)
}

async function isAlive(): Promise<boolean> {
  return (await server.call('app.info', '{}')).status === 200
}

const page = (lines: readonly string[]) =>
  ['GET / HTTP/1.1', ...lines, 'Connection: close', '', ''].join('\r\n')
const call = (lines: readonly string[], body: string) =>
  [
    'POST /call/app.info HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    `Origin: ${server.origin}`,
    `Authorization: Bearer ${server.token}`,
    'Content-Type: application/json',
    'Connection: close',
    ...lines,
    '',
    body,
  ].join('\r\n')

describe('a name that leads here from elsewhere', () => {
  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '127.1',
    '2130706433',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    'LOCALHOST.',
    'user@127.0.0.1',
  ])('is refused with the right port and every secret: %s', async (name) => {
    const { cookie } = server
    const answered = await sendRaw(page([`Host: ${name}:${port}`, `Cookie: ${cookie}`]))
    expect(statusOf(answered)).toBe(403)
  })

  test('is refused where a second Host is the right one', async () => {
    const hosts = [`Host: evil.example:${port}`, `Host: 127.0.0.1:${port}`]
    expect(statusOf(await sendRaw(page([...hosts, `Cookie: ${server.cookie}`])))).not.toBe(200)
  })

  test('is refused where there is no Host at all', async () => {
    const old = `GET / HTTP/1.0\r\nCookie: ${server.cookie}\r\n\r\n`
    expect(statusOf(await sendRaw(old))).toBe(403)
    expect(statusOf(await sendRaw(page([`Cookie: ${server.cookie}`])))).toBe(400)
  })
})

describe('a page of another port or site', () => {
  test.each([
    ['a script', { 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'no-cors' }],
    ['a frame', { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' }],
    ['a fetch', { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }],
  ])('gets no file by way of %s, though the cookie goes with it', async (_, headers) => {
    for (const site of ['same-site', 'cross-site']) {
      const sent = { ...headers, 'sec-fetch-site': site, cookie: server.cookie }
      expect((await server.send('/main.js', { headers: sent })).status).toBe(403)
    }
  })

  test('is not told that it may ask', async () => {
    const headers = {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
      'access-control-request-private-network': 'true',
    }
    const answered = await server.send('/call/app.info', { method: 'OPTIONS', headers })
    expect(answered.status).toBe(403)
    expect(Object.keys(answered.headers).filter((name) => name.startsWith('access-'))).toEqual([])
  })

  test('makes no call by a form, with whatever content type a form can have', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await server.call('app.info', '{}', { 'content-type': type })).status).toBe(415)
    }
  })
})

describe('another way to ask', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
    '%s gets neither page nor file',
    async (method) => {
      const { cookie, origin } = server
      for (const path of ['/', '/main.js', '/events', `/download/${'0'.repeat(32)}`]) {
        const headers = { cookie, origin, authorization: `Bearer ${server.token}` }
        expect((await server.send(path, { method, headers })).status).toBe(405)
      }
    },
  )

  test('a method named in a header changes nothing', async () => {
    const headers = {
      authorization: `Bearer ${server.token}`,
      'x-http-method-override': 'POST',
    }
    expect((await server.send('/call/app.info?_method=POST', { headers })).status).toBe(405)
  })

  test('a tunnel or another protocol is not to be had', async () => {
    expect(statusOf(await sendRaw('CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n'))).toBe(
      null,
    )
    const headers = {
      connection: 'upgrade',
      upgrade: 'websocket',
      authorization: `Bearer ${server.token}`,
    }
    expect((await server.send('/websocket', { headers })).status).toBe(404)
    expect(await isAlive()).toBe(true)
  })
})

describe('an address that climbs', () => {
  test.each([
    '/..%5c..%5cpackage.json',
    '/%252e%252e/package.json',
    '/%c0%ae%c0%ae/etc/passwd',
    '//server/share/file',
    '/\\\\server\\share',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/./main.js.map',
    '/main.js/',
    '/MAIN.JS',
    '/__proto__',
    '/constructor',
    '/call/../main.js.map',
  ])('leads nowhere: %s', async (path) => {
    const { status } = await server.send(path, { headers: { cookie: server.cookie } })
    expect([403, 404]).toContain(status)
  })
})

describe('a body', () => {
  test('of two lengths, or of a length and chunks, is refused', async () => {
    const two = call(['Content-Length: 2', 'Content-Length: 44'], '{}')
    const both = call(['Content-Length: 2', 'Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n')
    expect([statusOf(await sendRaw(two)), statusOf(await sendRaw(both))]).toEqual([400, 400])
    expect(await isAlive()).toBe(true)
  })

  test('that is packed is not unpacked', async () => {
    const packed = Buffer.from('1f8b0800000000000003ab5600000043bfa6a302000000', 'hex')
    expect((await server.call('app.info', packed, { 'content-encoding': 'gzip' })).status).toBe(400)
  })

  test('that ends too early is no call', async () => {
    const socket = await open()
    socket.write(call(['Content-Length: 200'], '{"a":1'))
    socket.end()
    await closing(socket)
    expect(await isAlive()).toBe(true)
  })

  test('of a stranger is not read', async () => {
    const socket = await open()
    socket.write(
      `POST /call/app.info HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n`,
    )
    // Refused and hung up before any of it came.
    await closing(socket)
    expect(await isAlive()).toBe(true)
  })
})

describe('what is no HTTP', () => {
  test.each([
    [
      'bytes of anything',
      Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x0a]),
    ],
    ['a header with a NUL', 'GET / HTTP/1.1\r\nHost: a\u0000b\r\n\r\n'],
    ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n'],
    ['a bare line feed in a header', 'GET / HTTP/1.1\nHost: x\n\n'],
  ])('%s is hung up on, and the server lives on', async (_, bytes) => {
    expect([400, 403, null]).toContain(statusOf(await sendRaw(bytes)))
    expect(await isAlive()).toBe(true)
  })

  test('headers without end are refused', async () => {
    const answered = await sendRaw(page([`Host: 127.0.0.1:${port}`, `X: ${'a'.repeat(100_000)}`]))
    expect([431, null]).toContain(statusOf(answered))
    expect(await isAlive()).toBe(true)
  })
})

describe('whoever takes long', () => {
  const limits = {
    headersTimeout: 150,
    requestTimeout: 300,
    connectionsCheckingInterval: 50,
    maxConnections: 3,
  }

  test.each([
    ['says nothing', ''],
    ['never ends its headers', 'GET / HTTP/1.1\r\nHost: x\r\n'],
  ])('and %s is hung up on', async (_, bytes) => {
    await using slow = await startSlowTestServer()
    const answered = await sendRaw(bytes, slow.port)
    expect([408, null]).toContain(statusOf(answered))
  })

  test('to send a body is hung up on', async () => {
    await using slow = await startSlowTestServer()
    const begun = call(['Content-Length: 50'], '{')
      .replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${slow.port}`)
      .replace(server.token, slow.token)
    expect([408, null]).toContain(statusOf(await sendRaw(begun, slow.port)))
  })

  test('leaves room: no more connections are taken than the limit', async () => {
    await using slow = await startSlowTestServer()
    const opened = await Promise.all(Array.from({ length: 8 }, () => open(slow.port)))
    for (const socket of opened) void closing(socket)
    await vi.waitFor(() => expect(opened.filter(({ closed }) => !closed)).toHaveLength(3))
  })

  test('and asks for nothing does not keep the server from ending', async () => {
    const ending = await startTestServer()
    const socket = await open(Number(new URL(ending.origin).port))
    const closed = closing(socket)
    const began = performance.now()
    await ending.close()
    await closed
    expect(performance.now() - began).toBeLessThan(5000)
  })

  async function startSlowTestServer() {
    const slow = await startTestServer({ limits })
    return {
      token: slow.token,
      port: Number(new URL(slow.origin).port),
      [Symbol.asyncDispose]: slow.close,
    }
  }
})
