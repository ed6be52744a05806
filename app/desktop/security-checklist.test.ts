import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

/** The rows of every table of the page, below their heads; cells are what stands between bars. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (?:item|what|against|-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

/** Every link of a cell with the words in quotation marks or in code before it. */
function linksIn(
  cell: string,
): readonly { readonly path: string; readonly words: readonly string[] }[] {
  return Array.from(
    cell.matchAll(/([^\]]*)\[[^\]]*\]\(\.\.\/([^)]+)\)/g),
    ([, before = '', path = '']) => ({
      path,
      words: Array.from(
        before.matchAll(/“([^”]+)”|`([^`]+)`/g),
        ([, said, code]) => said ?? code ?? '',
      ),
    }),
  )
}

const sourceOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The sources of the desktop shell, without tests and what only they use. */
const desktop = globSync('app/desktop/*.ts', { cwd: root })
  .filter((path) => !/test/.test(path))
  .map((path) => ({ path, source: sourceOf(path) }))

describe('the page on security', () => {
  test('has every item of Electron’s checklist', () => {
    const numbers = rows.flatMap(([item = '']) => /^(\d+)\. /.exec(item)?.[1] ?? [])
    expect(numbers.map(Number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  test('says for each what is done, where, and what holds it', () => {
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([])
  })

  test('names lines that are there', () => {
    const named = rows.flatMap(([, , where = '']) => linksIn(where))
    expect(named.length).toBeGreaterThan(30)
    const missing = named.filter(({ path, words }) =>
      words.some((word) => !sourceOf(path).includes(word)),
    )
    expect(missing).toEqual([])
  })

  test('names tests that are there', () => {
    const named = rows.flatMap(([, , , held = '']) => linksIn(held))
    expect(named.filter(({ words }) => words.length === 0)).toEqual([])
    const missing = named.filter(({ path, words }) =>
      words.some((word) => !sourceOf(path).includes(word)),
    )
    expect(missing).toEqual([])
  })
})

test('every page is sandboxed before one can start', () => {
  const main = sourceOf('app/desktop/main.ts')
  const [before, after] = main.split('whenReady')
  expect(before).toContain('app.enableSandbox()')
  expect(after).toBeDefined()
})

test('nothing weakens what Electron sets by itself', () => {
  const weakening =
    /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|allowpopups|nodeIntegrationIn|nodeIntegration: true|contextIsolation: false|sandbox: false|appendSwitch\('(?:no-sandbox|disable-web|ignore-cert|remote-debug)/
  expect(desktop.length).toBeGreaterThan(10)
  expect(desktop.filter(({ source }) => weakening.test(source)).map(({ path }) => path)).toEqual([])
})

test('nothing outside is opened', () => {
  const sources = globSync('{app,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).filter(
    (path) => !/\.(?:test|fixture)\./.test(path),
  )
  const opening = (path: string) =>
    /openExternal|window\.open\(|target="_blank"/.test(sourceOf(path)) ||
    (path.endsWith('.tsx') && /<a\b/.test(sourceOf(path)))
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter(opening)).toEqual([])
})

test('only the desktop shell knows Electron, and its preload script little of it', () => {
  const sources = globSync('{app,renderer,shared}/**/*.{ts,tsx}', { cwd: root })
  const knowing = sources.filter(
    (path) =>
      /from 'electron'/.test(sourceOf(path)) &&
      !path.replaceAll('\\', '/').startsWith('app/desktop/'),
  )
  expect(knowing).toEqual([])
  const imported = /import \{([^}]*)\} from 'electron'/.exec(
    sourceOf('app/desktop/preload.ts'),
  )?.[1]
  const used = (imported ?? '').split(',').map((name) => name.trim())
  const allowed = new Set(['contextBridge', 'ipcRenderer', 'type IpcRendererEvent', 'webUtils'])
  expect(used.filter((name) => !allowed.has(name))).toEqual([])
})

test('Electron is pinned to one version', () => {
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(sourceOf('package.json')))
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
})
