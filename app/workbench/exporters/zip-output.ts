import { Zip, ZipDeflate } from 'fflate/browser'

import type { Output } from './output.ts'
import type { Sink } from './sink.ts'

/** The beginning of time in archives: the same project always gives the same bytes. */
const time = new Date(1980, 0, 1)

/** Files in one archive, written as they come: never more than one piece is held. */
export function openZip(sink: Sink): Output {
  const ready: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error === null) ready.push(chunk)
    else failed = error
  })
  let current: { readonly file: string; readonly entry: ZipDeflate } | null = null

  async function drain(): Promise<number> {
    if (failed !== null) throw failed
    let bytes = 0
    for (const chunk of ready.splice(0)) {
      await sink.write(chunk)
      bytes += chunk.length
    }
    return bytes
  }

  function entryFor(file: string): ZipDeflate {
    if (current?.file === file) return current.entry
    current?.entry.push(new Uint8Array(), true)
    const entry = new ZipDeflate(file, { level: 6 })
    entry.mtime = time
    zip.add(entry)
    current = { file, entry }
    return entry
  }

  return {
    write: async ({ file, content }) => {
      entryFor(file).push(Buffer.from(content))
      return drain()
    },
    finish: async () => {
      current?.entry.push(new Uint8Array(), true)
      zip.end()
      await drain()
      await sink.finish()
    },
    discard: sink.discard,
  }
}
