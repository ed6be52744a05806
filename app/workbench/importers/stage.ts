import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import type { Landed } from './landing/landed.ts'

/**
 * Where documents wait until all of an import is read: a file beside the project, so that nothing of it is in the project
 * before, and memory does not grow with it. It is gone when the import is done or given up.
 */
export type Stage = AsyncDisposable & {
  readonly add: (landed: Landed) => Promise<void>
  /** Everything that was added, in its order, with the bytes that each takes. */
  readonly all: () => AsyncGenerator<{ readonly landed: Landed; readonly bytes: number }>
}

/** `projectPath` says where: the disk and the rights are those of the project itself. */
export async function openStage(projectPath: string): Promise<Stage> {
  const name = `.verbatim-import-${randomBytes(8).toString('hex')}.tmp`
  const path = join(dirname(projectPath), name)
  const file = await open(path, 'wx+', 0o600)
  // Without a name it is gone with this process, whatever ends it. Where a system does not allow that, it goes at the end.
  await rm(path).catch(() => null)
  let end = 0
  const places: number[] = []

  return {
    add: async (landed) => {
      const bytes = Buffer.from(JSON.stringify(landed))
      places.push(end)
      await file.write(bytes, 0, bytes.length, end)
      end += bytes.length
    },
    all: async function* () {
      for (const [index, start] of places.entries()) {
        const length = (places[index + 1] ?? end) - start
        const { buffer } = await file.read(Buffer.alloc(length), 0, length, start)
        // Written by `add` a moment ago, by this program.
        const landed: Landed = JSON.parse(buffer.toString())
        yield { landed, bytes: length }
      }
    },
    [Symbol.asyncDispose]: async () => {
      await file.close()
      await rm(path, { force: true })
    },
  }
}
