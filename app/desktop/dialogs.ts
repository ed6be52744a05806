import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

import type { BaseWindow, Dialog, FileFilter, OpenDialogOptions } from 'electron'

import type { Handlers, Purpose } from '../../shared/contract.ts'
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

const kinds: Readonly<Record<Purpose, string>> = {
  openProject: 'Verbatim projects',
  newProject: 'Verbatim projects',
  import: 'All files',
  importFolder: 'Folders',
  export: 'Datasets',
  exportFolder: 'Folders',
  exportTagSet: 'Tag sets',
  backupFolder: 'Folders',
  exportPicture: 'Pictures',
}

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
    failure(
      'notAvailable',
      'The in-page chooser is for the browser shell only.',
      'Use the dialog of the operating system.',
    ),
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
    buttons: ['Cancel', 'Replace'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    message: `“${basename(complete)}” already exists.`,
    detail: 'Replacing it overwrites what it holds.',
  })
  return response === 1 ? [complete] : []
}

/** None where any name will do. */
function filtersFor(purpose: Purpose, fitting: readonly string[]): FileFilter[] {
  const extensions = fitting.map((ending) => ending.slice(1))
  return extensions.length === 0 ? [] : [{ name: kinds[purpose], extensions }]
}
