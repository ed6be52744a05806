import { setTimeout as wait } from 'node:timers/promises'

import { describeError } from './describe-error.ts'
import type { OpenFile } from './open-file.ts'
import { inThread } from './project-thread/in-thread.ts'
import type { ProjectFile } from './project/project-file.ts'

/** After so many changes the log that SQLite keeps beside a project is taken in: it has some MB then. */
const changesBetween = 200

/** By then whoever made the last one sees that it is saved, in ms. */
const calm = 1000

/** Is told of everything that was written to the open project act by act. */
export type LogKeeper = { readonly noteChange: (file: ProjectFile) => void }

/** Has a thread take in the log now and then, so that no change has to wait for that. */
export function keepLogShort(
  { current, during }: Pick<OpenFile, 'current' | 'during'>,
  log: (text: string) => void,
): LogKeeper {
  let changes = 0

  async function takeIn(file: ProjectFile): Promise<void> {
    await wait(calm, null, { ref: false })
    // Closing it took the log in as well.
    if (file !== current()) return
    try {
      const taken = await during(inThread('takeLogIn', { path: file.path }))
      if (!taken.ok) log(`The log of the project was not taken in: ${taken.failure.message}`)
    } catch (error) {
      log(`The log of the project was not taken in: ${describeError(error)}`)
    }
  }

  return {
    noteChange: (file) => {
      changes += 1
      if (changes % changesBetween === 0) void takeIn(file)
    },
  }
}
