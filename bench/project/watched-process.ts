// Loaded before a program whose memory and pauses are measured: it tells its parent of them when asked.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 5
const delay = monitorEventLoopDelay({ resolution })
delay.enable()

// A busy machine makes tasks wait that take next to nothing: the time that they had the processor for is told as well.
let busiest = 0
let before = process.threadCpuUsage()
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before)
  busiest = Math.max(busiest, (user + system) / 1000)
  before = process.threadCpuUsage()
}, 1).unref()

process.on('message', () => {
  const { rss } = process.memoryUsage()
  process.send?.({
    rss,
    peak: process.resourceUsage().maxRSS * 1024,
    longest: Math.max(0, delay.max / 1e6 - resolution),
    busiest,
  })
  delay.reset()
  busiest = 0
})
// Being asked is no reason to stay alive, and nobody is left to ask.
process.channel?.unref()
process.on('disconnect', () => process.exit())
