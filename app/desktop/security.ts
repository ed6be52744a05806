import type { IpcMainInvokeEvent, Session, WebContents } from 'electron'

import { pageOrigin } from './protocol.ts'

type Permissions = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'on'
>

/** What the page may ask for: writing text to the clipboard after a key press. Everything else is denied. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Denies every permission and device that the page does not need. */
export function denyPermissions(session: Permissions): void {
  session.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(granted.has(permission)),
  )
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  // Whoever does not prevent the default of these may have a device chosen for the page.
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault()
    callback()
  })
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault()
    callback()
  })
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault()
    callback('')
  })
  // No download is ever started: exports are written where the save dialog says.
  session.on('will-download', (event) => event.preventDefault())
}

/** Keeps a window on its page: no navigation, no new windows, no embedded pages, no device. */
export function confineToPage(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
}

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & {
  readonly sender: Pick<WebContents, 'id' | 'mainFrame'>
}

/** Whether a message comes from our page in the main frame of our window. */
export function isFromPage({ sender, senderFrame }: Sender, windowId: number | null): boolean {
  return (
    sender.id === windowId &&
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    senderFrame.origin === pageOrigin
  )
}
