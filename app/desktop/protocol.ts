import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import type { CustomScheme, Protocol } from 'electron'

import { contentSecurityPolicy, withNonce } from '../shell/content-security-policy.ts'
import { listPageFiles, type PageFile } from '../shell/page-files.ts'

/** The page's own scheme: unlike `file:`, it has an origin, and it reaches no file but the page's. */
export const pageScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

export const pageOrigin = 'app://verbatim'
export const pageUrl = `${pageOrigin}/index.html`

/** Serves the built page under `app://verbatim/`. */
export async function servePage(protocol: Pick<Protocol, 'handle'>, folder: string) {
  const files = await listPageFiles(folder)
  protocol.handle(pageScheme.scheme, (request) => answer(files, request))
}

async function answer(
  files: ReadonlyMap<string, PageFile>,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Promise<Response> {
  const { host, pathname } = new URL(url)
  const file = host === 'verbatim' && method === 'GET' ? files.get(pathname) : undefined
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
  }
  if (file === undefined) return new Response(null, { status: 404, headers })
  const body = await readFile(file.path)
  return new Response(
    pathname === '/index.html' ? withNonce(body.toString('utf8'), nonce) : new Uint8Array(body),
    { headers: { ...headers, 'content-type': file.contentType } },
  )
}
