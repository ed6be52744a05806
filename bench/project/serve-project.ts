import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { z } from 'zod'

import type { CallArguments, CallName, CallValue } from '../../shared/contract.ts'
import { newId } from '../../shared/model/id.ts'
import type { Result } from '../../shared/result.ts'
import { personalFolders } from '../../tests/workbench/browser-shell.ts'
import { valueOf } from '../seed-project.ts'

const program = join(import.meta.dirname, '../../out/main/verbatim.js')
const watch = join(import.meta.dirname, 'watched-process.ts')

const healthSchema = z.object({
  rss: z.number(),
  peak: z.number(),
  longest: z.number(),
  busiest: z.number(),
})

/**
 * What a process says of itself: bytes that it holds now and held at most, and since it was last asked its longest task and
 * the most of the processor’s time that a task took, in ms.
 */
type Health = z.infer<typeof healthSchema>

/** `verbatim serve` in a process of its own, which tells how it is. */
export type ServedProject = {
  readonly url: string
  readonly health: () => Promise<Health>
  /** Makes a call as the page would, over HTTP. Throws where it fails. */
  readonly call: <Name extends CallName>(
    name: Name,
    args: CallArguments<Name>,
  ) => Promise<CallValue<Name>>
  readonly close: () => Promise<void>
}

/** Starts `verbatim serve` as it is built for whoever lives in `home`; `projectPath` is opened first unless `null`. */
export async function serveProject(
  home: string,
  projectPath: string | null,
): Promise<ServedProject> {
  const paths = projectPath === null ? [] : [projectPath]
  const child = fork(program, ['serve', '--no-open', ...paths], {
    execArgv: ['--import', watch],
    env: { ...process.env, ...personalFolders(home) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const closed = once(child, 'close')
  const url = await firstLine(child)
  const token = new URL(url).searchParams.get('token') ?? ''
  const { origin } = new URL(url)
  return {
    url,
    health: async () => {
      const told = once(child, 'message')
      child.send(newId())
      const [health] = await told
      return healthSchema.parse(health)
    },
    call: async <Name extends CallName>(name: Name, args: CallArguments<Name>) => {
      const response = await fetch(`${origin}/call/${name}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, origin, 'content-type': 'application/json' },
        body: JSON.stringify(args),
      })
      const result: Result<CallValue<Name>> = await response.json()
      return valueOf(result)
    },
    close: async () => {
      child.kill('SIGTERM')
      await closed
    },
  }
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the output of the process is not piped')
  for await (const line of createInterface({ input: stdout })) return line
  throw new Error('Verbatim could not be served; the messages above say why')
}
