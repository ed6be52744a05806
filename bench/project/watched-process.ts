// Loaded before a program whose memory and pauses are measured: it tells its parent of them when asked.
import { monitorEventLoopDelay } from 'node:perf_hooks'

import { watchBusiestTask } from '../busiest-task.ts'

const resolution = 5
const delay = monitorEventLoopDelay({ resolution })
delay.enable()

const task = watchBusiestTask()

process.on('message', () => {
  const { rss } = process.memoryUsage()
  process.send?.({
    rss,
    peak: process.resourceUsage().maxRSS * 1024,
    longest: Math.max(0, delay.max / 1e6 - resolution),
    busiest: task.most(),
  })
  delay.reset()
  task.forget()
})
// Being asked is no reason to stay alive, and nobody is left to ask.
process.channel?.unref()
process.on('disconnect', () => process.exit())
