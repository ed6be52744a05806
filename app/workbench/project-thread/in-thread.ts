import { openJobThread, type JobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { ProjectWork } from './project-thread.ts'

export function openProjectThread(): JobThread<ProjectWork> {
  return openJobThread<ProjectWork>(threadScript('project-thread', import.meta.url))
}

/** Does work on a whole project file in a thread of its own, so that everything else goes on meanwhile. */
export async function inThread<Name extends keyof ProjectWork>(
  name: Name,
  request: Parameters<ProjectWork[Name]>[0],
) {
  await using thread = openProjectThread()
  return await thread.run(name, request)
}
