import { getPriority, setPriority } from 'node:os'

/** Who goes first has nine times as much of a processor that both want: the job is slower then, and does not stand still. */
const niceness = 10

/**
 * Lets whoever shares the processor with this thread go first: a tag, a frame, a search. Where a thread has no priority of
 * its own, which is everywhere but on Linux, it would be that of the whole program, so it stays.
 * https://man7.org/linux/man-pages/man2/setpriority.2.html (“C library/kernel differences”)
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(Math.max(getPriority(), niceness))
  } catch {
    // A system that forbids it has decided who goes first; the work is the same.
  }
}
