import { join } from 'node:path'

import { app, protocol } from 'electron'
import { z } from 'zod'

import { pageFolder } from '../shell/page-files.ts'
import { startApplication } from './application.ts'
import { createLog } from './log.ts'
import { pathArgument } from './path-argument.ts'
import { pageScheme } from './protocol.ts'
import { endOnUncaught } from './uncaught.ts'

const otherStartSchema = z.object({ path: z.string().nullable() })

// Electron takes these only before it is ready.
protocol.registerSchemesAsPrivileged([pageScheme])
app.enableSandbox()

const logPath = join(app.getPath('userData'), 'verbatim.log')
const log = createLog(logPath)
endOnUncaught(log, logPath)

const named = pathArgument(process.argv, { isPackaged: app.isPackaged, cwd: process.cwd() })

// One process holds a project open; a second start hands its file over and ends.
if (app.requestSingleInstanceLock({ path: named })) void run()
else app.quit()

async function run() {
  // macOS may name a file before the app is ready.
  let firstPath = named
  let open = (path: string) => {
    firstPath = path
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })

  await app.whenReady()
  const application = await startApplication({ firstPath, pageFolder, log, logPath })
  open = (path) => void application.openProject(path)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { path } = otherStartSchema.parse(data)
    application.show()
    if (path !== null) open(path)
  })
}
