import { join } from 'node:path'

import { app, protocol } from 'electron'
import { z } from 'zod'

import { pageFolder } from '../shell/page-files.ts'
import { type Application, startApplication } from './application.ts'
import { commandLineOf, runWithoutWindow } from './command-line.ts'
import { createLog, type Log } from './log.ts'
import { startWithoutNetwork } from './network.ts'
import { pathArguments } from './path-arguments.ts'
import { answerPromptly } from './prompt-answers.ts'
import { pageScheme } from './protocol.ts'
import { endOnUncaught } from './uncaught.ts'

const otherStartSchema = z.object({ paths: z.array(z.string()) })

const started = { isPackaged: app.isPackaged, cwd: process.cwd() }
const command = commandLineOf(process.argv, started)

// Electron is ready only when this module is through: a command that is awaited here runs with no window and no display.
if (command === null) startDesktop()
else await runWithoutWindow(command)

function startDesktop() {
  // Electron takes these only before it is ready.
  protocol.registerSchemesAsPrivileged([pageScheme])
  app.enableSandbox()
  startWithoutNetwork(app.commandLine)
  answerPromptly(app.commandLine)

  const log = createLog(join(app.getPath('userData'), 'verbatim.log'))
  endOnUncaught(log)
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    // Chromium starts it again itself.
    log.write(`A process of Chromium ended: ${type} ${name ?? ''} ${reason} (${exitCode})`)
  })

  const paths = pathArguments(process.argv, started)
  // One process holds all windows; a second start hands its files over and ends.
  if (app.requestSingleInstanceLock({ paths })) void run(paths, log)
  else app.quit()
}

async function run(named: readonly string[], log: Log) {
  const waiting = [...named]
  const application = Promise.withResolvers<Application>()
  const open = async (path: string | null) => (await application.promise).open(path)

  // Listened to at once: what comes while the first window is made would be lost.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    // macOS may name files before the app is ready.
    if (app.isReady()) void open(path)
    else waiting.push(path)
  })
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { success, data: other } = otherStartSchema.safeParse(data)
    const [first = null, ...more] = success ? other.paths : []
    for (const path of [first, ...more]) void open(path)
  })
  app.on('activate', () => void application.promise.then(({ ensureWindow }) => ensureWindow()))

  await app.whenReady()
  const [firstPath = null, ...more] = waiting
  application.resolve(await startApplication({ firstPath, pageFolder, log }))
  for (const path of more) void open(path)
}
