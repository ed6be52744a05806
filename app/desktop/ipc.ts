import { basename, isAbsolute } from 'node:path'

import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'

import type { Event, Place } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { callChannel, eventChannel, placeChannel } from './channels.ts'
import { isFromPage } from './security.ts'

/** What a page may ask of the window that it is in. */
type Answers = {
  readonly dispatch: (name: unknown, args: unknown) => Promise<Result<unknown>>
  /** A ticket for a path. */
  readonly issue: (path: string) => string
}

/**
 * Answers the calls of every page by the window that it is in: `answersOf` gives that by the id of its web contents. Anyone
 * else who calls gets a rejection.
 */
export function answerPages(
  ipc: Pick<IpcMain, 'handle'>,
  answersOf: (contentsId: number) => Answers | null,
): void {
  function callerOf(event: IpcMainInvokeEvent): Answers {
    const answers = answersOf(event.sender.id)
    if (answers !== null && isFromPage(event, event.sender.id)) return answers
    throw new Error('This call does not come from a page of Verbatim')
  }
  ipc.handle(callChannel, (event, name: unknown, args: unknown) =>
    callerOf(event).dispatch(name, args),
  )
  ipc.handle(placeChannel, (event, path: unknown) => placeOf(callerOf(event), path))
}

/** The path is that of a file which somebody dropped on the page, as Electron told the preload script. */
function placeOf({ issue }: Answers, path: unknown): Result<Place> {
  if (typeof path === 'string' && isAbsolute(path) && !path.includes('\0')) {
    return success({ ticket: issue(path), name: basename(path) })
  }
  return failure('notFound', t('failures:dropped.noFile'), t('failures:dropped.saveFirst'))
}

export function sendToPage(
  contents: Pick<WebContents, 'isDestroyed' | 'send'>,
  event: Event,
): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event)
}
