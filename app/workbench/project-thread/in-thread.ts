import { openJobThread } from '../jobs/job-thread.ts'
import { threadScript } from '../jobs/thread-script.ts'
import type { ProjectWork } from './project-thread.ts'

/** Does work on a whole project file in a thread of its own, so that everything else goes on meanwhile. */
export async function inThread<Name extends keyof ProjectWork>(
  name: Name,
  request: Parameters<ProjectWork[Name]>[0],
) {
  await using thread = openJobThread<ProjectWork>(threadScript('project-thread', import.meta.url))
  return await thread.run(name, request)
}
