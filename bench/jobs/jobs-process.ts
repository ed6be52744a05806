// Serves a project in a process of its own, so that its event loop and its memory are its own, and tells of both.
import { monitorEventLoopDelay } from 'node:perf_hooks'

import { startBrowserShell } from '../../app/browser/serve.ts'
import { watchBusiestTask } from '../busiest-task.ts'
import { valueOf } from '../seed-project.ts'

const [projectPath = '', homeFolder = '', userDataFolder = ''] = process.argv.slice(2)
const shell = valueOf(
  await startBrowserShell({
    projectPath,
    port: 0,
    openBrowser: false,
    log: console.error,
    userDataFolder,
    homeFolder,
  }),
)

const loop = monitorEventLoopDelay({ resolution: 1 })
let memory = 0

const task = watchBusiestTask()

setInterval(() => {
  memory = Math.max(memory, process.memoryUsage.rss())
}, 20).unref()

process.on('message', (message) => {
  if (message === 'begin') {
    loop.reset()
    loop.enable()
    memory = 0
    task.forget()
    process.send?.('begun')
  } else if (message === 'end') {
    process.send?.({ longest: loop.max / 1e6, busiest: task.most(), memory: memory / 2 ** 20 })
  } else void shell.close().then(() => process.exit(0))
})
process.send?.(shell.url)
