import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

import type { Bridge, Event } from '../../shared/contract.ts'
import { callChannel, eventChannel } from './channels.ts'

// All that the sandboxed page gets: calls out, events in. The main process checks both sender and arguments.
const bridge: Bridge = {
  call: (name, args) => ipcRenderer.invoke(callChannel, name, args),
  listen: (listener) => {
    const onEvent = (_: IpcRendererEvent, event: Event) => listener(event)
    ipcRenderer.on(eventChannel, onEvent)
    return () => {
      ipcRenderer.off(eventChannel, onEvent)
    }
  },
}

contextBridge.exposeInMainWorld('verbatim', bridge)
