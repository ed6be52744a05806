import { success, type Result } from '../../shared/result.ts'
import type { ProjectFile } from './project/project-file.ts'

/** Runs `work` on the open project; fails where there is none. */
export type OnProject = <Value>(
  work: (file: ProjectFile) => Result<Value> | Promise<Result<Value>>,
) => Promise<Result<Value>>

/** The one project that is open, with the work that is under way on it. */
export type OpenFile = {
  readonly current: () => ProjectFile | null
  /**
   * Puts another project in place of the present one, or none. Waits for work under way; where `open` fails, the
   * present one stays open.
   */
  readonly replace: (
    open: (current: ProjectFile | null) => Promise<Result<ProjectFile | null>>,
  ) => Promise<Result<ProjectFile | null>>
  /** Keeps the present project open until the work is over. */
  readonly during: <Value>(work: Promise<Value>) => Promise<Value>
}

/** `closed` is told of every project that was closed. */
export function createOpenFile(closed: (file: ProjectFile) => void): OpenFile {
  let current: ProjectFile | null = null
  const underWay = new Set<Promise<unknown>>()
  /** Replacements go one after the other. */
  let last: Promise<unknown> = Promise.resolve()

  async function replaceNow(
    open: (present: ProjectFile | null) => Promise<Result<ProjectFile | null>>,
  ): Promise<Result<ProjectFile | null>> {
    while (underWay.size > 0) await Promise.allSettled(underWay)
    const opened = await open(current)
    if (!opened.ok) return opened
    const previous = current
    current = opened.value
    if (previous !== null && previous !== current) {
      previous.close()
      closed(previous)
    }
    return success(current)
  }

  return {
    current: () => current,
    replace: (open) => {
      const replaced = last.then(() => replaceNow(open))
      last = replaced.catch(() => null)
      return replaced
    },
    during: async (work) => {
      underWay.add(work)
      try {
        return await work
      } finally {
        underWay.delete(work)
      }
    },
  }
}
