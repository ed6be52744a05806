import type { Purpose } from '../../shared/contract.ts'

/** File name endings that fit a purpose, any where there are none; the first is given to a new name that has none of them. */
export const endings: Readonly<Record<Purpose, readonly string[]>> = {
  openProject: ['.verbatim'],
  newProject: ['.verbatim'],
  // What a file is shows when it is read, and what it is to be is asked for by its format.
  import: [],
  importFolder: [],
  export: [],
  exportFolder: [],
  exportTagSet: ['.json'],
  backupFolder: [],
  exportPicture: [],
}

export function fitsPurpose(name: string, purpose: Purpose): boolean {
  const lower = name.toLowerCase()
  const fitting = endings[purpose]
  return fitting.length === 0 || fitting.some((ending) => lower.endsWith(ending))
}

/** The name with an ending that fits. */
export function withEnding(name: string, purpose: Purpose): string {
  return fitsPurpose(name, purpose) ? name : `${name}${endings[purpose][0] ?? ''}`
}
