import { homedir } from 'node:os'

import type { Handlers, ShellCallName } from '../../shared/contract.ts'
import { type Result, success } from '../../shared/result.ts'
import { pageFolder } from '../shell/page-files.ts'
import { createPlaces } from '../workbench/places.ts'
import { createWorkbench, dispatch } from '../workbench/workbench.ts'
import { createChooser } from './chooser.ts'
import { createDownloads } from './downloads.ts'
import { createEventStreams } from './event-streams.ts'
import { hasDisplay, openInBrowser } from './launch.ts'
import { withTail } from './logged-tail.ts'
import { pageCalls } from './page-calls.ts'
import { startServer } from './server.ts'
import { openSettings } from './settings.ts'

type Options = {
  /** The project to open first; `null` shows the start screen. */
  readonly projectPath: string | null
  /** 0 takes any free port. */
  readonly port: number
  readonly openBrowser: boolean
  readonly log: (line: string) => void
  /** Where the built page, the person's settings and their files are; the usual places where absent. */
  readonly pageFolder?: string
  readonly userDataFolder?: string
  readonly homeFolder?: string
}

export type BrowserShell = {
  /** The link that opens the workbench; it carries the session's token. */
  readonly url: string
  /** Lets calls under way finish, closes the project and removes temporary files. */
  readonly close: () => Promise<void>
}

/** Serves the workbench to a browser on this machine, at 127.0.0.1 only. */
export async function startBrowserShell(options: Options): Promise<Result<BrowserShell>> {
  const logged = withTail(options.log)
  const { log } = logged
  const { settings, userDataFolder } = openSettings(log, options.userDataFolder)
  const places = createPlaces()
  const streams = createEventStreams()
  const downloads = createDownloads()
  const workbench = createWorkbench({
    settings,
    places,
    userDataFolder,
    emit: streams.send,
    deliverDownload: downloads,
    log,
  })
  const shell: Handlers<ShellCallName> = {
    ...createChooser(places, options.homeFolder ?? homedir()),
    ...pageCalls({ settings, figures: workbench.figures, logged: logged.tail }),
  }
  const handlers = { ...workbench.handlers, ...shell }

  async function closeWorkbench() {
    await workbench.close()
    await downloads.close()
  }

  if (options.projectPath !== null) {
    const opened = await workbench.openPath(options.projectPath)
    if (!opened.ok) {
      await closeWorkbench()
      return opened
    }
  }
  const started = await startServer({
    port: options.port,
    pageFolder: options.pageFolder ?? pageFolder,
    streams,
    downloads,
    dispatch: (name, args) => dispatch(handlers, name, args, log),
    log,
  })
  if (!started.ok) {
    await closeWorkbench()
    return started
  }

  const server = started.value
  if (options.openBrowser && hasDisplay() && !(await openInBrowser(server.launchUrl))) {
    log('No browser could be opened. Open the link yourself.')
  }
  return success({
    url: server.url,
    close: async () => {
      await server.close()
      await closeWorkbench()
    },
  })
}
