import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { calls } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Result } from '../../shared/result.ts'
import { withNonce } from '../shell/content-security-policy.ts'
import type { PageFile } from '../shell/page-files.ts'
import { admit, type Route } from './access.ts'
import type { Downloads } from './downloads.ts'
import type { EventStreams } from './event-streams.ts'
import type { LaunchCode } from './launch.ts'
import { readJsonBody } from './request-body.ts'
import { sendResult, sendText, setSecurityHeaders } from './responses.ts'
import type { Session } from './session.ts'

export type Site = {
  readonly port: number
  readonly session: Session
  readonly launchCode: LaunchCode
  readonly files: ReadonlyMap<string, PageFile>
  readonly streams: EventStreams
  readonly downloads: Downloads
  readonly dispatch: (name: string, args: unknown) => Promise<Result<unknown>>
}

/** Answers one request to the browser shell. */
export async function answer(site: Site, request: IncomingMessage, response: ServerResponse) {
  const nonce = setSecurityHeaders(response)
  const admission = admit(request, site.port, site.session)
  if (!admission.admitted) {
    const { status, text } = admission.refusal
    if (status === 405) response.setHeader('allow', 'GET, POST')
    sendText(response, status, text)
    // What an unwelcome client still sends is not read.
    if (request.method !== 'GET') response.once('finish', () => request.destroy())
    return
  }
  await serve(site, admission.route, { request, response, nonce })
}

type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly nonce: string
}

async function serve(site: Site, route: Route, { request, response, nonce }: Exchange) {
  switch (route.kind) {
    case 'launch':
      if (await site.launchCode.spend(route.code, request.socket)) {
        response.writeHead(303, { location: `/?token=${site.session.token}` }).end()
        return
      }
      sendText(response, 403, t('failures:access.launched'))
      return

    case 'page': {
      const page = site.files.get('/index.html')
      if (page === undefined) throw new Error('The built page has no index.html')
      response.setHeader('set-cookie', site.session.setCookie)
      response.setHeader('content-type', page.contentType)
      response.end(withNonce(await readFile(page.path, 'utf8'), nonce))
      return
    }

    case 'file': {
      const file = site.files.get(route.path)
      if (file === undefined) {
        sendText(response, 404, t('failures:access.nothingHere'))
        return
      }
      response.setHeader('content-type', file.contentType)
      await pipeline(createReadStream(file.path), response)
      return
    }

    case 'call':
      await answerCall(site, route.name, request, response)
      return

    case 'events':
      site.streams.add(response)
      return

    case 'download':
      if (!(await site.downloads.send(route.id, response))) {
        sendText(response, 403, t('failures:access.fetched'))
      }
  }
}

async function answerCall(
  site: Site,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { status, json } = await readJsonBody(request)
  if (!json.ok) {
    await sendResult(response, status, json)
    return
  }
  const result = await site.dispatch(name, json.value)
  const isMalformed = !result.ok && result.failure.code === 'invalidArguments'
  await sendResult(response, Object.hasOwn(calls, name) ? (isMalformed ? 400 : 200) : 404, result)
}
