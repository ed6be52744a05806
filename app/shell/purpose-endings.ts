import type { Purpose } from '../../shared/contract.ts'

/** File name endings that fit a purpose; the first is given to a new name that has none of them. */
export const endings: Readonly<Record<Purpose, readonly [string, ...string[]]>> = {
  openProject: ['.verbatim'],
  newProject: ['.verbatim'],
  import: ['.txt', '.md', '.markdown', '.text'],
  export: ['.json', '.jsonl'],
  exportTagSet: ['.json'],
}

export function fitsPurpose(name: string, purpose: Purpose): boolean {
  const lower = name.toLowerCase()
  return endings[purpose].some((ending) => lower.endsWith(ending))
}

/** The name with an ending that fits. */
export function withEnding(name: string, purpose: Purpose): string {
  return fitsPurpose(name, purpose) ? name : `${name}${endings[purpose][0]}`
}
