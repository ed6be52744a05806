/** The most of the processor’s time that a task of this thread took, in ms, since it was last forgotten. */
export type BusiestTask = { readonly most: () => number; readonly forget: () => void }

/** A busy machine makes tasks wait that take next to nothing: this is the time that they had the processor for. */
export function watchBusiestTask(): BusiestTask {
  let busiest = 0
  let before = process.threadCpuUsage()
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    busiest = Math.max(busiest, (user + system) / 1000)
    before = process.threadCpuUsage()
  }, 1).unref()
  return {
    most: () => busiest,
    forget: () => {
      busiest = 0
    },
  }
}
