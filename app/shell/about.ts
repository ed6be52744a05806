import type { CallValue } from '../../shared/contract.ts'
import { version } from '../workbench/version.ts'
import { readLicences } from './licences.ts'

/** Parts of the runtime that are worth telling, by their names in `process.versions`. */
const parts = {
  electron: 'Electron',
  chrome: 'Chromium',
  node: 'Node.js',
  v8: 'V8',
  sqlite: 'SQLite',
  unicode: 'Unicode',
} as const

/** What Verbatim is made of, and under which licences. */
export async function about(): Promise<CallValue<'app.about'>> {
  return { versions: versions(), licences: await readLicences() }
}

/** Verbatim’s version and those of what it runs on. */
export function versions(): CallValue<'app.about'>['versions'] {
  const runtime = Object.entries(parts).flatMap(([key, name]) => {
    const found = process.versions[key]
    return found === undefined ? [] : [{ name, version: found }]
  })
  return [{ name: 'Verbatim', version }, ...runtime]
}
