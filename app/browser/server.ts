import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'

import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { listPageFiles } from '../shell/page-files.ts'
import { describeError } from '../workbench/describe-error.ts'
import { answer, type Site } from './answer.ts'
import { createLaunchCode } from './launch.ts'
import { sendText } from './responses.ts'
import { createSession } from './session.ts'

export type RunningServer = {
  /** The link that opens a session. */
  readonly url: string
  /** The same for once, for a command line that other users can read. */
  readonly launchUrl: string
  /** Ends event streams, lets calls under way finish, and frees the port. */
  readonly close: () => Promise<void>
}

type Options = Pick<Site, 'dispatch' | 'streams' | 'downloads'> & {
  /** 0 takes any free port. */
  readonly port: number
  readonly pageFolder: string
  readonly log: (line: string) => void
  readonly limits?: ConnectionLimits
}

/** What one client can hold of the server. */
export type ConnectionLimits = {
  /** In ms: for the headers of a request, and for all of it with its body. */
  readonly headersTimeout: number
  readonly requestTimeout: number
  /** How often both are looked at, in ms. */
  readonly connectionsCheckingInterval: number
  /** Open at once; more are closed as they come. A page holds six at most, and there are few pages. */
  readonly maxConnections: number
}

const usualLimits: ConnectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  maxConnections: 256,
}

/** How long calls under way may take to finish at the end, in ms. */
const farewell = 10_000

/** Serves the page and its calls on 127.0.0.1. */
export async function startServer(options: Options): Promise<Result<RunningServer>> {
  const files = await listPageFiles(options.pageFolder).catch(() => null)
  if (files?.has('/index.html') !== true) {
    return failure('notFound', t('failures:browser.notBuilt'), t('failures:browser.build'))
  }

  const { maxConnections, ...timeouts } = options.limits ?? usualLimits
  const server = createServer(timeouts)
  server.maxConnections = maxConnections
  const silent = silentConnections(server)
  server.listen({ host: '127.0.0.1', port: options.port, exclusive: true })
  try {
    await once(server, 'listening')
  } catch (error) {
    return cannotListen(options.port, error)
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Listening without a port')
  const { port } = address

  const site: Site = {
    ...options,
    port,
    files,
    session: createSession(port),
    launchCode: createLaunchCode(),
  }
  server.on('request', (request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      // A client that went away has broken its own answer.
      if (request.socket.destroyed) return
      options.log(describeError(error))
      if (response.headersSent) response.destroy()
      else sendText(response, 500, t('failures:access.unexpected'))
    })
  })

  const origin = `http://127.0.0.1:${port}`
  return success({
    url: `${origin}/?token=${site.session.token}`,
    launchUrl: `${origin}/?launch=${site.launchCode.code}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      options.streams.close()
      server.closeIdleConnections()
      for (const socket of silent) socket.destroy()
      const timer = setTimeout(() => server.closeAllConnections(), farewell)
      await closed
      clearTimeout(timer)
    },
  })
}

/**
 * The connections that have asked for nothing yet. Browsers open some ahead, and Node.js does not count them among the idle
 * ones: a server that ends would wait for them.
 */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>()
  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.on('request', ({ socket }) => silent.delete(socket))
  return silent
}

function cannotListen(port: number, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'EADDRINUSE':
      return failure(
        'notAvailable',
        t('failures:browser.portUsed', { port: String(port) }),
        t('failures:browser.anyPort'),
      )
    case 'EACCES':
      return failure(
        'noPermission',
        t('failures:browser.portForbidden', { port: String(port) }),
        t('failures:browser.highPort'),
      )
    default:
      throw error
  }
}
