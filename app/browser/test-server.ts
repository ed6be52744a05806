import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { success } from '../../shared/result.ts'
import { createDownloads, type Downloads } from './downloads.ts'
import { createEventStreams, type EventStreams } from './event-streams.ts'
import { type ConnectionLimits, startServer } from './server.ts'

type Answer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly text: string
}

type Sent = { method?: string; headers?: object; body?: Buffer | string }

export type TestServer = {
  readonly origin: string
  readonly token: string
  readonly cookie: string
  readonly launchPath: string
  readonly streams: EventStreams
  readonly downloads: Downloads
  /** A request exactly as given: unlike fetch, any Host, Origin and path can be sent. */
  readonly send: (path: string, sent?: Sent) => Promise<Answer>
  /** A call as the page makes it, but for the headers given. */
  readonly call: (name: string, body: Buffer | string, headers?: object) => Promise<Answer>
  readonly close: () => Promise<void>
}

type Options = { readonly limits?: ConnectionLimits }

/** The real server on a free port, with a page of three files and calls that answer what they were given. */
export async function startTestServer(options: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  await writeFile(join(folder, 'index.html'), '<style nonce="__CSP_NONCE__"></style>')
  await writeFile(join(folder, 'main.js'), 'export {}')
  await writeFile(join(folder, 'main.js.map'), '{}')
  const streams = createEventStreams()
  const downloads = createDownloads()
  const started = await startServer({
    port: 0,
    pageFolder: folder,
    streams,
    downloads,
    dispatch: (name, args) => Promise.resolve(success({ name, args })),
    log: (line) => {
      throw new Error(line)
    },
    ...options,
  })
  if (!started.ok) throw new Error(started.failure.message)
  const { origin, port, searchParams } = new URL(started.value.url)
  const token = searchParams.get('token') ?? ''

  function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port, path, method, headers: { ...headers }, agent: false },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (text += chunk))
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          )
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  }

  const page = await send(`/?token=${token}`)
  return {
    origin,
    token,
    cookie: String(page.headers['set-cookie']).split(';')[0] ?? '',
    launchPath: started.value.launchUrl.slice(origin.length),
    streams,
    downloads,
    send,
    call: (name, body, headers = {}) =>
      send(`/call/${name}`, {
        method: 'POST',
        headers: {
          origin,
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...headers,
        },
        body,
      }),
    close: async () => {
      await started.value.close()
      await downloads.close()
      await rm(folder, { recursive: true })
    },
  }
}
