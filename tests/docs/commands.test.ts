import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { markdownPages, root } from './markdown-pages.ts'
import { blocksIn, commandsIn, type ShownCommand } from './shown-commands.ts'
import { hasPython, makeShownProject, runPython, runVerbatim } from './shown-project.ts'

/** What is shown and not run here, each with the reason. */
const notRun: ReadonlyMap<string, string> = new Map([
  ['npm ci', 'it has run: these tests need it'],
  ['npm start', 'it needs Electron or a browser; the journeys start both shells'],
  ['npm test', 'it runs these tests'],
  ['npm run lint', 'it is a step of npm test'],
  ['npm run typecheck', 'it is a step of npm test'],
  ['npm run format', 'it changes the sources'],
  ['npm run unit', 'it runs these tests'],
  ['npm run package', 'it needs Electron; tests/package packages on a stand-in'],
])

/** How `verbatim` is called in a checkout. */
const checkout = 'npm run -s verbatim --'

const pages = markdownPages()
/** Each block stands for itself: whoever reads the page may begin at any of them. */
const blocks = pages.flatMap(({ path, tree }) =>
  blocksIn(tree, 'sh').map((block) => ({ path, block, shown: commandsIn(block) })),
)

const home = mkdtempSync(join(tmpdir(), 'verbatim-docs-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

test('every command that is shown is run here, or has a reason not to be', () => {
  const known = (line: string) => notRun.has(line.split(' -- ')[0]?.trim() ?? '')
  const unknown = blocks
    .flatMap(({ shown }) => shown)
    .filter(({ line, words }) => argumentsOf(words) === null && !known(line))
  expect(unknown.map(({ line }) => line)).toEqual([])
})

test('every script that is shown is there', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const shown = pages.flatMap(({ text }) =>
    Array.from(text.matchAll(/npm run (?:-s )?([\w-]+)/g), ([, name]) => name ?? ''),
  )
  expect(shown.length).toBeGreaterThan(10)
  expect(shown.filter((name) => scripts[name] === undefined)).toEqual([])
  expect(scripts['verbatim']).toBe('node app/cli/main.ts')
})

describe('in a folder with the sample', () => {
  const run = blocks.flatMap(({ path, block, shown }) => {
    const commands = shown.flatMap(({ line, words, status }) => {
      const args = argumentsOf(words)
      return args === null ? [] : [{ line, args, status }]
    })
    return commands.length === 0 ? [] : [{ path, block, commands }]
  })

  test.each(run)('$path: $block', async ({ commands }) => {
    const folder = await makeShownProject(home)
    const ended: string[] = []
    for (const { line, args } of commands) {
      ended.push(`${line}: ${await runVerbatim(home, folder, args)}`)
    }
    expect(ended).toEqual(commands.map(({ line, status }) => `${line}: ${status}`))
  })

  const programs = pages.flatMap(({ path, tree }) =>
    blocksIn(tree, 'python').map((program) => ({ path, program })),
  )

  test.skipIf(!hasPython).each(programs)(
    'the program of $path prints what is tagged',
    async (shown) => {
      const folder = await makeShownProject(home)
      const args = ['export', 'news.verbatim', '--format', 'json', '--out', 'news.json']
      await runVerbatim(home, folder, args)
      const printed = runPython(folder, shown.program)
      expect(printed).toContain('quote ‘Don’t let the children drink it 👨‍👩‍👧‍👦.’\n')
    },
  )
})

/** What follows `verbatim`, in a checkout or installed; `null` where it is another command. */
function argumentsOf(words: ShownCommand['words']): readonly string[] | null {
  if (words[0] === 'verbatim') return words.slice(1)
  return words.slice(0, 5).join(' ') === checkout ? words.slice(5) : null
}
