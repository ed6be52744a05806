import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** How long a download waits to be fetched, in ms. */
const patience = 5 * 60_000

export type Downloads = {
  /** A path in a folder of this user alone, where a file that is to be downloaded can be written. */
  readonly reserve: (fileName: string) => Promise<string>
  /** Gives a written file a one-time address. Returns the path below the page's origin. */
  readonly offer: (path: string, fileName: string) => string
  /** Sends a waiting file and forgets it; false where nothing waits under this id. */
  readonly send: (id: string, response: ServerResponse) => Promise<boolean>
  /** Removes every file that still waits. */
  readonly close: () => Promise<void>
}

type Waiting = { readonly path: string; readonly fileName: string; readonly timer: NodeJS.Timeout }

export function createDownloads(): Downloads {
  const waiting = new Map<string, Waiting>()
  let folder: Promise<string> | null = null

  return {
    reserve: async (fileName) => {
      folder ??= mkdtemp(join(tmpdir(), 'verbatim-'))
      return join(await mkdtemp(join(await folder, 'download-')), fileName)
    },

    offer: (path, fileName) => {
      const id = randomBytes(16).toString('hex')
      const timer = setTimeout(() => {
        waiting.delete(id)
        void rm(path, { force: true })
      }, patience)
      timer.unref()
      waiting.set(id, { path, fileName, timer })
      return `/download/${id}`
    },

    send: async (id, response) => {
      const file = waiting.get(id)
      if (file === undefined) return false
      waiting.delete(id)
      clearTimeout(file.timer)
      const { size } = await stat(file.path)
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeRfc8187(file.fileName)}`,
      })
      try {
        await pipeline(createReadStream(file.path), response)
      } finally {
        await rm(file.path, { force: true })
      }
      return true
    },

    close: async () => {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
      if (folder !== null) await rm(await folder, { recursive: true, force: true })
    },
  }
}

/** Percent-encoding of a parameter value as RFC 8187 asks: what `encodeURIComponent` leaves, but for four marks. */
function encodeRfc8187(text: string): string {
  // Half a character has no code of its own.
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
