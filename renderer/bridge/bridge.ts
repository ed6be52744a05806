import type { Bridge } from '../../shared/contract.ts'
import { type Result, success } from '../../shared/result.ts'
import { createHttpBridge } from './http-bridge.ts'
import { takeSessionToken } from './session-token.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the desktop shell; absent in the browser shell. */
    readonly verbatim?: Bridge
  }
}

/** The way to the workbench that serves this page. Fails where a tab of the browser shell has no session token. */
export function openBridge(): Result<Bridge> {
  if (window.verbatim !== undefined) return success(window.verbatim)
  const token = takeSessionToken(window)
  return token.ok ? success(createHttpBridge(token.value)) : token
}
