import type { IpcMain, WebContents } from 'electron'

import type { Event } from '../../shared/contract.ts'
import type { Result } from '../../shared/result.ts'
import { callChannel, eventChannel } from './channels.ts'
import { isFromPage } from './security.ts'

type Options = {
  readonly dispatch: (name: unknown, args: unknown) => Promise<Result<unknown>>
  /** The window that may call; `null` while there is none. */
  readonly contents: () => Pick<WebContents, 'id'> | null
}

/** Answers the page's calls. Anyone else who calls gets a rejection. */
export function answerPage(ipc: Pick<IpcMain, 'handle'>, { dispatch, contents }: Options): void {
  ipc.handle(callChannel, (event, name: unknown, args: unknown) => {
    if (isFromPage(event, contents()?.id ?? null)) return dispatch(name, args)
    throw new Error('This call does not come from the page of Verbatim')
  })
}

export function sendToPage(
  contents: Pick<WebContents, 'isDestroyed' | 'send'> | null,
  event: Event,
): void {
  if (contents !== null && !contents.isDestroyed()) contents.send(eventChannel, event)
}
