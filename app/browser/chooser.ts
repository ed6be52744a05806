import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import type { FolderEntry, Handlers, Purpose } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { fitsPurpose } from '../shell/purpose-endings.ts'
import type { Places } from '../workbench/places.ts'
import { completeFileName } from './file-names.ts'

type ChooserCalls = Handlers<'places.choose' | 'places.list' | 'places.name'>

const byName = new Intl.Collator('en', { numeric: true })

/** The calls behind the in-page chooser. Pages see names and tickets; a ticket stands only for what was listed. */
export function createChooser(places: Places, homeFolder: string): ChooserCalls {
  return {
    'places.choose': () =>
      Promise.resolve(
        failure(
          'notAvailable',
          t('failures:chooser.noDialogs'),
          t('failures:chooser.chooseInPage'),
        ),
      ),

    'places.list': async ({ purpose, folder }) => {
      const path: Result<string> = folder === null ? success(homeFolder) : places.resolve(folder)
      if (!path.ok) return path
      const entries = await listFolder(path.value, purpose, places)
      if (!entries.ok) return entries
      const parent = dirname(path.value)
      return success({
        ticket: places.issue(path.value),
        path: path.value,
        parent: parent === path.value ? null : places.issue(parent),
        entries: entries.value,
      })
    },

    'places.name': async ({ purpose, folder, name }) => {
      const parent = places.resolve(folder)
      if (!parent.ok) return parent
      const fileName = completeFileName(name, purpose)
      if (!fileName.ok) return fileName
      const path = join(parent.value, fileName.value)
      const found = await stat(path).catch(missing)
      if (found?.isDirectory() === true) {
        return failure(
          'alreadyExists',
          t('failures:chooser.folderExists', { name: fileName.value }),
          t('failures:chooser.typeAnother'),
        )
      }
      return success({
        place: { ticket: places.issue(path), name: fileName.value },
        exists: found !== null,
      })
    },
  }
}

/** A folder may hold tens of thousands of files: others have their turn after so many. */
const entriesAtOnce = 200

async function listFolder(
  folder: string,
  purpose: Purpose,
  places: Places,
): Promise<Result<readonly FolderEntry[]>> {
  try {
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'))
    const entries: FolderEntry[] = []
    for (let first = 0; first < names.length; first += entriesAtOnce) {
      const paths = names.slice(first, first + entriesAtOnce).map((name) => join(folder, name))
      const described = await Promise.all(paths.map(describe))
      entries.push(
        ...described
          .filter((entry) => entry !== null)
          .filter(({ kind, name }) => kind === 'folder' || fitsPurpose(name, purpose))
          .map(({ path, ...entry }) => ({ ticket: places.issue(path), ...entry })),
      )
    }
    return success(
      entries.toSorted((a, b) => byKind(a) - byKind(b) || byName.compare(a.name, b.name)),
    )
  } catch (error) {
    return unreadable(folder, error)
  }
}

type Described = Omit<FolderEntry, 'ticket'> & { readonly path: string }

/** `null` where the entry is neither folder nor file, leads nowhere, or went while it was looked at. */
async function describe(path: string): Promise<Described | null> {
  const found = await stat(path).catch(missing)
  if (found === null || !(found.isDirectory() || found.isFile())) return null
  return {
    path,
    name: basename(path),
    kind: found.isDirectory() ? 'folder' : 'file',
    bytes: found.isDirectory() ? 0 : found.size,
    modifiedAt: found.mtime.toISOString(),
  }
}

function byKind({ kind }: FolderEntry): number {
  return kind === 'folder' ? 0 : 1
}

/** What cannot be looked at is left out of a list: it could not be opened either. */
function missing(error: NodeJS.ErrnoException): null {
  if (error.code !== undefined) return null
  throw error
}

function unreadable(folder: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  const name = basename(folder) || folder
  if (code === null) throw error
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return failure(
        'noPermission',
        t('failures:chooser.noPermission', { name }),
        t('failures:chooser.askOwner'),
      )
    case 'ENOENT':
    case 'ENOTDIR':
      return failure(
        'notFound',
        t('failures:chooser.gone', { name }),
        t('failures:chooser.chooseAnother'),
      )
    default:
      return failure(
        'storage',
        t('failures:chooser.unreadable', { name, code }),
        t('failures:chooser.checkDrive'),
      )
  }
}
