import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

import type { BaseWindow, Dialog, FileFilter, OpenDialogOptions } from 'electron'

import type { Handlers, Purpose } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { endings, withEnding } from '../shell/purpose-endings.ts'
import type { Places } from '../workbench/places.ts'

type Options = {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>
  readonly window: () => BaseWindow | null
  readonly places: Pick<Places, 'issue'>
  /** The folder chosen last for a purpose, or where to start. */
  readonly folderFor: (purpose: Purpose) => string
  readonly rememberFolder: (purpose: Purpose, folder: string) => void
}

type DialogCalls = Handlers<'places.choose' | 'places.list' | 'places.name'>

const kinds = {
  openProject: 'projects',
  newProject: 'projects',
  import: 'all',
  importFolder: 'folders',
  export: 'datasets',
  exportFolder: 'folders',
  exportTagSet: 'tagSets',
  backupFolder: 'folders',
  exportPicture: 'pictures',
} as const satisfies Readonly<Record<Purpose, string>>

type OpenProperty = NonNullable<OpenDialogOptions['properties']>[number]
type Existing = 'openProject' | 'import' | 'importFolder' | 'backupFolder'

const selecting: Readonly<Record<Existing, readonly OpenProperty[]>> = {
  openProject: ['openFile'],
  import: ['openFile', 'multiSelections'],
  importFolder: ['openDirectory', 'multiSelections'],
  backupFolder: ['openDirectory', 'createDirectory'],
}

/** The operating system's dialogs behind the page's calls for places. */
export function createDialogs(options: Options): DialogCalls {
  return {
    'places.choose': async ({ purpose, suggestedName }) => {
      const window = options.window()
      if (window === null) return success([])
      const paths = isExisting(purpose)
        ? await chooseExisting(options, window, purpose)
        : await chooseNew(options, window, { purpose, suggestedName })
      const [first] = paths
      if (first !== undefined) options.rememberFolder(purpose, dirname(first))
      return success(
        paths.map((path) => ({ ticket: options.places.issue(path), name: basename(path) })),
      )
    },
    'places.list': notHere,
    'places.name': notHere,
  }
}

function isExisting(purpose: Purpose): purpose is Existing {
  return Object.hasOwn(selecting, purpose)
}

function notHere(): Promise<Result<never>> {
  return Promise.resolve(
    failure('notAvailable', t('failures:dialogs.notHere'), t('failures:dialogs.useSystem')),
  )
}

async function chooseExisting(
  { dialog, folderFor }: Options,
  window: BaseWindow,
  purpose: Existing,
): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: folderFor(purpose),
    filters: filtersFor(purpose, endings[purpose]),
    properties: [...selecting[purpose]],
  })
  return filePaths
}

async function chooseNew(
  { dialog, folderFor }: Options,
  window: BaseWindow,
  { purpose, suggestedName }: { purpose: Exclude<Purpose, Existing>; suggestedName: string },
): Promise<readonly string[]> {
  // The name of a dataset or a picture tells its format.
  const ending = purpose === 'export' || purpose === 'exportPicture' ? extname(suggestedName) : null
  const { filePath } = await dialog.showSaveDialog(window, {
    // The page may suggest a name, never a folder.
    defaultPath: join(folderFor(purpose), basename(suggestedName)),
    filters: filtersFor(purpose, ending === null ? endings[purpose] : [ending]),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (filePath === '') return []
  const isComplete = ending === null || extname(filePath).toLowerCase() === ending
  const complete = isComplete ? withEnding(filePath, purpose) : `${filePath}${ending}`
  // The dialog asked about the name as typed, not about the one with its ending.
  if (complete === filePath || !existsSync(complete)) return [complete]
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    buttons: [t('common:cancel'), t('menu:replacing.replace')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    message: t('menu:replacing.message', { name: basename(complete) }),
    detail: t('menu:replacing.detail'),
  })
  return response === 1 ? [complete] : []
}

/** None where any name will do. */
function filtersFor(purpose: Purpose, fitting: readonly string[]): FileFilter[] {
  const extensions = fitting.map((ending) => ending.slice(1))
  return extensions.length === 0 ? [] : [{ name: t(`menu:files.${kinds[purpose]}`), extensions }]
}
