import type { IpcMain } from 'electron'

type Handler = Parameters<IpcMain['handle']>[1]

export const ipcHandlers = new Map<string, Handler>()

/** Stands in for `ipcMain`. `on` is what electron-store listens with for pages, which none of ours asks. */
export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    // Electron refuses a second one.
    if (ipcHandlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
  on: () => ipcMain,
} satisfies Pick<IpcMain, 'handle'> & { readonly on: unknown }

/** Calls as a page does: what goes in and comes out is copied. `sender` is its web contents. */
export async function invoke(
  sender: { readonly id: number; readonly mainFrame: unknown },
  channel: string,
  args: readonly unknown[],
  event: object = {},
): Promise<unknown> {
  const handler = ipcHandlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const given = { sender, senderFrame: sender.mainFrame, ...event }
  const answer: unknown = await Reflect.apply(handler, null, [given, ...structuredClone(args)])
  return structuredClone(answer)
}
