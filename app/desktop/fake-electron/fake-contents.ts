import { EventEmitter } from 'node:events'

import type { RenderProcessGoneDetails, WebContents } from 'electron'

import type { Event } from '../../../shared/contract.ts'
import { eventChannel } from '../channels.ts'
import { pageOrigin } from '../protocol.ts'
import type { FakeOf } from './fake-of.ts'

let lastId = 0

type UsedContents = FakeOf<
  WebContents,
  'forcefullyCrashRenderer' | 'id' | 'isCrashed' | 'isDestroyed' | 'reload' | 'setWindowOpenHandler'
>

/** Stands in for the web contents of a window: what it is sent it keeps, and hands to whoever plays the page. */
export class FakeContents extends EventEmitter implements UsedContents {
  readonly id = (lastId += 1)
  readonly mainFrame = { origin: pageOrigin }
  readonly sent: Event[] = []
  windowOpenHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null
  reloads = 0
  destroyed = false
  crashed = false

  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]) {
    this.windowOpenHandler = handler
  }
  isDestroyed() {
    return this.destroyed
  }
  isCrashed() {
    return this.crashed
  }
  /** As it crosses between processes. */
  send(channel: string, event: Event) {
    if (channel !== eventChannel) throw new Error(`Nobody listens on ${channel}`)
    if (this.crashed) return
    const copy = structuredClone(event)
    this.sent.push(copy)
    this.emit('to-page', channel, copy)
  }
  reload() {
    this.reloads += 1
    this.crashed = false
    this.emit('loading')
  }
  forcefullyCrashRenderer() {
    this.crash({ reason: 'crashed', exitCode: 5 })
  }
  /** As when the process of the page ends. */
  crash(details: RenderProcessGoneDetails) {
    this.crashed = true
    this.emit('render-process-gone', {}, details)
  }
}
