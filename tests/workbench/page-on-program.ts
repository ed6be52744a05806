import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { failure } from '../../shared/result.ts'
import type { spawnProgram } from '../desktop/spawn-program.ts'

type Program = ReturnType<typeof spawnProgram>

/**
 * Connects a page to the first window of the built desktop program, which runs on the stand-in for Electron, in place of
 * the preload script: every call and event goes that way. Files that are dropped are taken to lie in the folder.
 */
export async function connectToProgram(
  page: Page,
  program: Program,
  folder: string,
): Promise<void> {
  // The page that the stand-in plays leaves the answers to this one.
  await program.ask('unsaved', { window: 0, acts: null })
  await page.exposeFunction('callProgram', (name: string, args: unknown) =>
    program.call(name, args).catch(() => ended),
  )
  await page.exposeFunction('placeInProgram', (name: string) =>
    program.ask('drop', { window: 0, path: join(folder, name) }),
  )
  await page.addInitScript(() => {
    const listeners = new Set<(event: unknown) => void>()
    const called =
      (name: string) =>
      (...args: readonly unknown[]) =>
        Reflect.apply(Reflect.get(window, name), null, args)
    Object.assign(window, {
      verbatim: {
        call: called('callProgram'),
        placeOf: ({ name }: File) => Reflect.apply(called('placeInProgram'), null, [name]),
        listen: (listener: (event: unknown) => void) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      hearProgram: (event: unknown) => {
        for (const listener of listeners) listener(event)
      },
    })
  })
  program.hear((at, event) => {
    if (at === 0) {
      void page.evaluate(
        (told) => Reflect.apply(Reflect.get(window, 'hearProgram'), null, [told]),
        event,
      )
    }
  })
}

/** What a page is told that calls once the program has ended. */
const ended = failure('disconnected', 'The program has ended.', 'Start it again.')
