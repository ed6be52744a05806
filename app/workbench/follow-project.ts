import type { Event } from '../../shared/contract.ts'
import { describeError } from './describe-error.ts'
import type { OpenFile } from './open-file.ts'

/** How often a project that another process changes is looked at, in ms. A look costs less than a millisecond. */
const lookEvery = 2000

/** Tells pages, while the open project is changed by another process, what that has saved and when it lets go. */
export function followProject(
  open: Pick<OpenFile, 'current'>,
  emit: (event: Event) => void,
  log: (text: string) => void,
): { readonly stop: () => void } {
  const timer = setInterval(() => {
    const file = open.current()
    if (file === null || file.following === null) return
    try {
      if (file.following.look()) emit({ name: 'projectChanged', value: { id: file.project().id } })
    } catch (error) {
      // What is shown stays; the next look may find the disk there again.
      log(`The project was not looked at again: ${describeError(error)}`)
    }
  }, lookEvery)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
    },
  }
}
