import type { Bridge, Place } from '../../shared/contract.ts'
import { type Result, success } from '../../shared/result.ts'
import { createHttpBridge } from './http-bridge.ts'
import { takeSessionToken } from './session-token.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the desktop shell; absent in the browser shell. */
    readonly verbatim?: Bridge & {
      /** A ticket for a file or folder that was dropped; fails for one that is not on the disk. */
      readonly placeOf: (file: File) => Promise<Result<Place>>
    }
  }
}

/** The way to the workbench that serves this page. Fails where a tab of the browser shell has no session token. */
export function openBridge(): Result<Bridge> {
  if (window.verbatim !== undefined) return success(window.verbatim)
  const token = takeSessionToken(window)
  return token.ok ? success(createHttpBridge(token.value)) : token
}

/** Where a dropped file or folder is on this computer; `null` where the shell cannot know, as in a browser. */
export async function placeOfDropped(file: File): Promise<Place | null> {
  const place = await window.verbatim?.placeOf(file)
  return place?.ok === true ? place.value : null
}
