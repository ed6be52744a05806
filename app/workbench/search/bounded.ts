import { createContext, Script } from 'node:vm'

const context = createContext({ work: (): void => {} })
const script = new Script('work()')

/**
 * Does some work, and ends it where it takes longer than `limit` milliseconds: an expression that goes through a text for ever
 * can be stopped in no other way. False where it was ended; what it was about to change is then as it was in that moment.
 */
export function doneWithin(limit: number, work: () => void): boolean {
  context['work'] = work
  try {
    script.runInContext(context, { timeout: limit })
    return true
  } catch (error) {
    if (isTimeout(error)) return false
    throw error
  } finally {
    context['work'] = (): void => {}
  }
}

/** It comes from the other context, where `Error` is another class. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}
