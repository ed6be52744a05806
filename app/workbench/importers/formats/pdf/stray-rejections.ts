import { setImmediate } from 'node:timers/promises'

/**
 * Does work with pdf.js, which leaves promises behind that nobody waits for: those of pages that are broken would end the
 * thread, although the other pages can be read. Rejections of anything else stay what they are.
 */
export async function bearingStrayRejections<Value>(work: () => Promise<Value>): Promise<Value> {
  process.on('unhandledRejection', bear)
  try {
    return await work()
  } finally {
    // They are told of when all that is ready is done.
    await setImmediate()
    process.off('unhandledRejection', bear)
  }
}

function bear(reason: unknown): void {
  if (reason instanceof Error && /^(?:\w+Exception|FormatError)$/.test(reason.name)) return
  throw reason
}
