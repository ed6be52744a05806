import { openDocument } from './annotations.ts'
import { makeProject } from './project.ts'
import type { Workbench } from './shell.ts'
import type { Start } from './test.ts'
import { bridge } from './texts.ts'

/** The workbench on a new project with the article “Bridge”, which is open. `path` is the project's. */
export async function openBridge(
  home: string,
  start: Start,
): Promise<Workbench & { readonly path: string }> {
  const path = await makeProject(home, { Bridge: bridge })
  const workbench = await start(path)
  await openDocument(workbench.page, 'Bridge')
  return { ...workbench, path }
}
