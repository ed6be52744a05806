import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, vi } from 'vitest'

import { spawnProgram } from './spawn-program.ts'

/** A folder for the test's files and the program's settings, gone after the test. */
export async function folderForTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-desktop-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the built program for one test. */
export function startProgram(...args: Parameters<typeof spawnProgram>) {
  const program = spawnProgram(...args)
  onTestFinished(program.kill)
  return {
    ...program,
    /** Waits until the program’s state is like this. */
    expectState: (state: object) =>
      vi.waitFor(async () => expect(await program.ask('state')).toMatchObject(state), 30_000),
  }
}

/** The windows of a program by their titles. */
export function titled(...titles: readonly string[]) {
  return { windows: titles.map((title) => ({ title, isLoaded: true })) }
}
