import type { IpcMain, WebContents } from 'electron'

import type { Event } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'
import { callChannel, eventChannel } from './channels.ts'
import { isFromPage } from './security.ts'

type Options = {
  readonly dispatch: (name: unknown, args: unknown) => Promise<Result<unknown>>
  /** The window that may call; `null` while there is none. */
  readonly contents: () => Pick<WebContents, 'id' | 'isDestroyed' | 'send'> | null
}

/** Answers the page's calls. Anyone else who calls gets a rejection. Returns the way to send events to the page. */
export function connectPage(
  ipc: Pick<IpcMain, 'handle'>,
  { dispatch, contents }: Options,
): (event: Event) => void {
  ipc.handle(callChannel, (event, name: unknown, args: unknown) => {
    if (isFromPage(event, contents()?.id ?? null)) return dispatch(name, args)
    throw new Error('This call does not come from the page of Verbatim')
  })
  return (event) => {
    const page = contents()
    if (page !== null && !page.isDestroyed()) page.send(eventChannel, event)
  }
}
