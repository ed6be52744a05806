import type { IncomingMessage } from 'node:http'

import { t } from '../../shared/language/translate.ts'
import type { Session } from './session.ts'

export type Route =
  | { readonly kind: 'page' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'launch'; readonly code: string }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: 'events' }
  | { readonly kind: 'download'; readonly id: string }

/** A request that goes no further: HTTP status and a sentence or two for whoever sent it. */
type Refusal = { readonly status: 403 | 405; readonly text: string }

type Admission =
  | { readonly admitted: true; readonly route: Route }
  | { readonly admitted: false; readonly refusal: Refusal }

function noSession(): Refusal {
  return { status: 403, text: t('failures:access.noSession') }
}

function wrongPlace(): Refusal {
  return { status: 403, text: t('failures:access.wrongPlace') }
}

/**
 * Decides what a request may have. Host, Origin and Sec-Fetch-Site keep out other web pages (also by DNS rebinding);
 * the session's secrets keep out other programs and users of this machine. Downloads and launches carry their own
 * one-time key, which is checked where it is spent.
 */
export function admit(request: IncomingMessage, port: number, session: Session): Admission {
  const host = request.headers.host ?? ''
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return refused(wrongPlace())
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) return refused(wrongPlace())
  if (request.method === 'POST' && origin === undefined) return refused(wrongPlace())

  const url = URL.parse(request.url ?? '', `http://${host}`)
  if (url === null || url.host !== host) return refused(noSession())
  const route = routeOf(url)
  const token = route.kind === 'page' ? url.searchParams.get('token') : null
  const byLink = session.isToken(token)

  // A link with the token may be followed from anywhere, also from a terminal or a note that is itself a web page.
  const site = request.headers['sec-fetch-site']
  if (!byLink && site !== undefined && site !== 'same-origin' && site !== 'none') {
    return refused(wrongPlace())
  }
  if (!mayHave(route, request, session, { token, byLink })) return refused(noSession())

  const method = route.kind === 'call' ? 'POST' : 'GET'
  if (request.method !== method) {
    return refused({ status: 405, text: t('failures:access.wrongMethod', { method }) })
  }
  return { admitted: true, route }
}

function routeOf(url: URL): Route {
  const launch = url.searchParams.get('launch')
  if (url.pathname === '/' && launch !== null) return { kind: 'launch', code: launch }
  if (url.pathname === '/') return { kind: 'page' }
  if (url.pathname === '/events') return { kind: 'events' }
  const [, first, rest] = /^\/(call|download)\/([\w.]+)$/.exec(url.pathname) ?? []
  if (first === 'call' && rest !== undefined) return { kind: 'call', name: rest }
  if (first === 'download' && rest !== undefined) return { kind: 'download', id: rest }
  return { kind: 'file', path: url.pathname }
}

function mayHave(
  route: Route,
  { headers }: IncomingMessage,
  session: Session,
  { token, byLink }: { token: string | null; byLink: boolean },
): boolean {
  switch (route.kind) {
    case 'page':
      return token === null ? session.hasCookie(headers.cookie) : byLink
    case 'file':
      return session.hasCookie(headers.cookie) || session.hasBearer(headers.authorization)
    case 'call':
    case 'events':
      return session.hasBearer(headers.authorization)
    case 'launch':
    case 'download':
      return true
    default:
      return false
  }
}

function refused(refusal: Refusal): Admission {
  return { admitted: false, refusal }
}
