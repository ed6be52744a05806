import type { App, Session } from 'electron'

import { pageScheme } from './protocol.ts'

/** Schemes that reach nothing beyond the page: its own files, and data that it holds already. */
const ownSchemes: ReadonlySet<string> = new Set([`${pageScheme.scheme}:`, 'data:', 'blob:'])

/**
 * Switches Chromium's own errands off before it starts: no names are looked up, and nothing is sent or fetched in the
 * background. `host-resolver-rules` is Electron's; the others are those that Chromium's own tests run with.
 * https://www.electronjs.org/docs/latest/api/command-line-switches
 */
export function startWithoutNetwork(commandLine: Pick<App['commandLine'], 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name)
  }
}

/** Cancels every request of a page but those for its own files; `isPackaged` cancels those of developer tools too. */
export function refuseNetwork(
  session: Pick<Session, 'setSpellCheckerEnabled'> & {
    readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>
  },
  { isPackaged }: { readonly isPackaged: boolean },
): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: !isOwn(url, isPackaged) })
  })
  // Its dictionaries are fetched from a server.
  session.setSpellCheckerEnabled(false)
}

function isOwn(url: string, isPackaged: boolean): boolean {
  const scheme = URL.canParse(url) ? new URL(url).protocol : ''
  return ownSchemes.has(scheme) || (!isPackaged && scheme === 'devtools:')
}
