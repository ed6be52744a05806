import { parentPort, workerData } from 'node:worker_threads'

import { tasks, type TaskName } from './tasks.ts'

/* The thread that does one task, says what came of it, and ends. */

if (parentPort === null) throw new Error('a task on a project runs in a thread')
const { name, request }: { readonly name: TaskName; readonly request: never } = workerData
const result = await tasks[name](request)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage(result)
