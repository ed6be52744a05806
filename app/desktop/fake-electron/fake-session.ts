import { EventEmitter } from 'node:events'

import type { Session, WebRequest } from 'electron'

type RequestListener = (
  details: { readonly url: string },
  callback: (response: { cancel?: boolean }) => void,
) => void

type UsedSession = Pick<
  Session,
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
>

/** Stands in for a session: it keeps the handlers that it is given. */
class FakeSession extends EventEmitter implements UsedSession {
  requestHandler: Parameters<Session['setPermissionRequestHandler']>[0] = null
  checkHandler: Parameters<Session['setPermissionCheckHandler']>[0] = null
  deviceHandler: Parameters<Session['setDevicePermissionHandler']>[0] = null
  mediaHandler: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null
  spellChecker = true
  #listener: unknown = null
  readonly webRequest = {
    onBeforeRequest: (...args: readonly unknown[]) => {
      this.#listener = args.at(-1)
    },
  } satisfies Pick<WebRequest, 'onBeforeRequest'>

  setPermissionRequestHandler(handler: typeof this.requestHandler) {
    this.requestHandler = handler
  }
  setPermissionCheckHandler(handler: typeof this.checkHandler) {
    this.checkHandler = handler
  }
  setDevicePermissionHandler(handler: typeof this.deviceHandler) {
    this.deviceHandler = handler
  }
  setDisplayMediaRequestHandler(handler: typeof this.mediaHandler) {
    this.mediaHandler = handler
  }
  setSpellCheckerEnabled(enable: boolean) {
    this.spellChecker = enable
  }
  /** Whether a request for an address would go out. */
  lets(url: string): boolean {
    let cancelled = false
    const callback: Parameters<RequestListener>[1] = ({ cancel }) => {
      cancelled = cancel === true
    }
    if (typeof this.#listener === 'function')
      Reflect.apply(this.#listener, null, [{ url }, callback])
    return !cancelled
  }
}

export const session = {
  defaultSession: new FakeSession(),
}
