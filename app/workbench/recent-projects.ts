import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'

import type { RecentProject } from '../../shared/contract.ts'
import type { Places } from './places.ts'
import type { RecentFile } from './settings.ts'

const limit = 20

/** The list with this project in front, as opened at `openedAt` (ISO 8601). */
export function addRecent(
  list: readonly RecentFile[],
  path: string,
  openedAt: string,
): readonly RecentFile[] {
  const file: RecentFile = { path, name: basename(path, '.verbatim'), openedAt }
  return [file, ...forgetRecent(list, path)].slice(0, limit)
}

/** The list without this project. */
export function forgetRecent(list: readonly RecentFile[], path: string): readonly RecentFile[] {
  return list.filter((file) => file.path !== path)
}

/** The list as the page shows it; a file that is not there now is marked, since its disk may come back. */
export async function describeRecent(
  list: readonly RecentFile[],
  places: Places,
): Promise<readonly RecentProject[]> {
  return Promise.all(
    list.map(async ({ path, name, openedAt }) => ({
      ticket: places.issue(path),
      name,
      folder: dirname(path),
      openedAt,
      missing: !(await isThere(path)),
    })),
  )
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
}
