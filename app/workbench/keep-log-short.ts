import { setTimeout as wait } from 'node:timers/promises'

import { describeError } from './describe-error.ts'
import type { OpenFile } from './open-file.ts'
import { inThread } from './project-thread/in-thread.ts'
import type { ProjectFile } from './project/project-file.ts'

/** After so many changes it is seen how long the log is that SQLite keeps beside a project. */
const changesBetween = 20

/** Above so many pages it is taken in: 8 MiB, which some hundreds of tags write. */
const mostPages = 2000

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
  let underWay = false

  async function takeIn(file: ProjectFile): Promise<void> {
    await wait(calm, null, { ref: false })
    try {
      // Closing it took the log in as well.
      if (file !== current()) return
      const taken = await during(inThread('takeLogIn', { path: file.path }))
      if (!taken.ok) noteFault(taken.failure.message)
    } catch (error) {
      noteFault(describeError(error))
    } finally {
      underWay = false
    }
  }

  function isLong(file: ProjectFile): boolean {
    try {
      return file.logPages() > mostPages
    } catch (error) {
      // The change itself is saved, and whoever made it is told so.
      noteFault(describeError(error))
      return false
    }
  }

  function noteFault(why: string): void {
    log(`The log of the project was not taken in: ${why}`)
  }

  return {
    noteChange: (file) => {
      changes += 1
      if (underWay || changes % changesBetween > 0 || !isLong(file)) return
      underWay = true
      void takeIn(file)
    },
  }
}
