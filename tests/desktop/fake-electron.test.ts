import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import * as electron from '../../app/desktop/fake-electron/electron.ts'

const root = join(import.meta.dirname, '../..')
const shell = join(root, 'app/desktop')

function importedFrom(pattern: RegExp, folder: string): ReadonlySet<string> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js') || name.endsWith('.cjs') || name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)])
    .flatMap(([, list = '']) => list.split(',').map((name) => name.trim()))
  return new Set(names.filter((name) => name !== ''))
}

test('the stand-in for Electron has everything that the built program imports, so that its tests run the whole of it', () => {
  const imported = importedFrom(
    /import (?:\w+, )?\{([^}]*)\} from "electron"/g,
    join(root, 'out/main'),
  )
  expect(imported.size).toBeGreaterThan(5)
  expect([...imported].filter((name) => !Object.hasOwn(electron, name))).toEqual([])
})

test('every call of Electron stands in docs/desktop.md, with what its documentation requires', () => {
  const table = readFileSync(join(root, 'docs/desktop.md'), 'utf8')
  const calls = readdirSync(shell)
    .filter((name) => /^[\w-]+\.ts$/.test(name))
    .map((name) => readFileSync(join(shell, name), 'utf8'))
    .flatMap((source) => [...source.matchAll(call)])
  const names = new Set(calls.flatMap(([, event, name]) => event ?? name ?? []))
  expect(names.size).toBeGreaterThan(60)
  expect([...names].filter((name) => !own.has(name) && !table.includes(name))).toEqual([])
})

/** A listener to an event, or a call. */
const call =
  /\b(?:app|dialog|Menu|screen|session|defaultSession|webRequest|shell|protocol|webUtils|contextBridge|ipcRenderer|ipc|commandLine|window|opened|other|webContents|contents)\.(?:(?:on|once)\('([\w-]+)'|(\w+)\()/g

/** What is called on windows of ours and is no call of Electron. */
const own: ReadonlySet<string> = new Set(['ask', 'closeAnyway'])
