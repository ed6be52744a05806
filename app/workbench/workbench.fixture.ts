import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import type { Event, ImportSource } from '../../shared/contract.ts'
import { newId } from '../../shared/model/id.ts'
import { createPlaces } from './places.ts'
import { temporaryFolder, valueOf } from './project/project.fixture.ts'
import { parseSettings, type Settings } from './settings.ts'
import { createWorkbench } from './workbench.ts'

/** A workbench over a folder of its own, as a shell with downloads serves it. */
export function startWorkbench() {
  const folder = temporaryFolder()
  let stored: Settings = parseSettings({ preferences: { annotator: 'Ada' } })
  const events: Event[] = []
  const logged: string[] = []
  const places = createPlaces()
  const workbench = createWorkbench({
    settings: {
      get: () => stored,
      set: (change) => {
        stored = { ...stored, ...change }
      },
    },
    places,
    userDataFolder: join(folder, 'user data'),
    emit: (event) => events.push(event),
    deliverDownload: {
      reserve: (name) => Promise.resolve(join(folder, name)),
      offer: (path) => `/download/${path.length}`,
    },
    log: (text) => logged.push(text),
  })
  onTestFinished(() => workbench.close())
  const place = (name: string) => places.issue(join(folder, name))
  return { ...workbench, folder, events, logged, place }
}

type Calls = ReturnType<typeof startWorkbench>['handlers']

/** Gathers, plans and reads sources; nothing is in the project yet. */
export async function readAll(handlers: Calls, job: string, sources: readonly ImportSource[]) {
  valueOf(await handlers['import.gather']({ job, sources: [...sources] }))
  valueOf(await handlers['import.plan']({ job, format: 'auto', annotator: 'Ada' }))
  return valueOf(await handlers['import.read']({ job, columns: {} }))
}

/** Imports sources into the open project. */
export async function importAll(handlers: Calls, sources: readonly ImportSource[]) {
  const job = newId()
  await readAll(handlers, job, sources)
  return valueOf(await handlers['import.store']({ job, map: {} }))
}
