import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import type { Event } from '../../shared/contract.ts'
import type { verbsOn } from './verbs.ts'

type Verbs = ReturnType<typeof verbsOn>
type Told =
  | { readonly kind: 'event'; readonly window: number; readonly event: Event }
  | {
      readonly kind: 'answer'
      readonly id: number
      readonly value?: unknown
      readonly error?: string
    }
  | {
      readonly kind: 'ended'
      readonly handedOver: unknown
      readonly windows: number
      readonly relaunches: number
    }

type Ended = {
  readonly status: number | null
  readonly output: string
  readonly said: string
  /** What it handed to the process that was first. */
  readonly handedOver: unknown
  /** How many windows it had opened in all. */
  readonly windows: number | null
  /** How often it is to be started again. */
  readonly relaunches: number
}

const root = join(import.meta.dirname, '../..')
const built = join(root, 'out/main/main.js')

/** Starts the built program on the stand-in for Electron, in a process of its own. */
export function spawnProgram(
  folder: string,
  argv: readonly string[],
  { isFirst = true }: { readonly isFirst?: boolean } = {},
) {
  if (!existsSync(built)) throw new Error('There is no build to test: run `npm run build` first.')
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [join(import.meta.dirname, 'program.ts'), ...argv],
    {
      cwd: folder,
      env: {
        ...process.env,
        VERBATIM_USER_DATA: folder,
        VERBATIM_IS_FIRST: isFirst ? 'yes' : 'no',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0
  let heard: (window: number, event: Event) => void = () => {}
  let end: Extract<Told, { kind: 'ended' }> | null = null

  child.on('message', (told: Told) => {
    if (told.kind === 'ended') {
      end = told
      return
    }
    if (told.kind === 'event') {
      heard(told.window, told.event)
      return
    }
    const question = waiting.get(told.id)
    if (told.error === undefined) question?.resolve(told.value)
    else question?.reject(new Error(told.error))
  })
  const output = text(child.stdout ?? Readable.from([]))
  const said = text(child.stderr ?? Readable.from([]))
  const ended = once(child, 'close').then(async ([status]: (number | null)[]): Promise<Ended> => {
    for (const { reject } of waiting.values()) reject(new Error(`It has ended: ${await said}`))
    return {
      status: status ?? null,
      output: await output,
      said: await said,
      handedOver: end?.handedOver ?? null,
      windows: end?.windows ?? null,
      relaunches: end?.relaunches ?? 0,
    }
  })

  function ask<Name extends keyof Verbs>(
    verb: Name,
    ...args: Parameters<Verbs[Name]>
  ): Promise<unknown> {
    if (!child.connected) return Promise.reject(new Error('The program has ended'))
    const id = (asked += 1)
    const question = Promise.withResolvers<unknown>()
    waiting.set(id, question)
    child.send({ id, verb, args: args[0] })
    return question.promise
  }

  return {
    /** Makes something happen, and gives what comes of it. */
    ask,
    /** A call of the page of a window, by way of the preload script. */
    call: (name: string, args: unknown, window = 0) => ask('call', { window, name, args }),
    /** What the page of a window is told, from now on. */
    hear: (listener: (window: number, event: Event) => void) => {
      heard = listener
    },
    kill: () => {
      child.kill('SIGKILL')
    },
    ended,
  }
}
