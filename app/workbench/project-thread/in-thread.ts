import { Worker } from 'node:worker_threads'

import type { TaskArguments, TaskName, TaskResult } from './tasks.ts'

/** Does a task in a thread of its own, so that everything else goes on meanwhile. Rejects where it throws. */
export async function inThread<Name extends TaskName>(
  name: Name,
  request: TaskArguments<Name>,
): Promise<TaskResult<Name>> {
  const worker = new Worker(threadScript(), { workerData: { name, request } })
  return new Promise((resolve, reject) => {
    worker.once('message', (result: TaskResult<Name>) => {
      resolve(result)
    })
    worker.once('error', reject)
    worker.once('exit', () => {
      reject(new Error(`the thread for the ${name} ended without a word`))
    })
  })
}

/** Among the sources where these run as they are, and beside the bundle where they are bundled. */
function threadScript(): URL {
  const bundled = !import.meta.url.endsWith('.ts')
  const name = bundled ? './project-thread.js' : './project-thread.ts'
  return new URL(name, import.meta.url)
}
