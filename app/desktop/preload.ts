import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron'

import type { Bridge, Event } from '../../shared/contract.ts'
import { callChannel, eventChannel, placeChannel } from './channels.ts'

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

contextBridge.exposeInMainWorld('verbatim', {
  ...bridge,
  // The page gets a ticket, never the path; a file that a script has made has none.
  placeOf: (file: File) => ipcRenderer.invoke(placeChannel, webUtils.getPathForFile(file)),
})
