import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type { BaseWindow, Dialog, FileFilter } from 'electron'

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
  import: 'Text and Markdown',
  export: 'Datasets',
  exportTagSet: 'Tag sets',
}

/** The operating system's dialogs behind the page's calls for places. */
export function createDialogs(options: Options): DialogCalls {
  return {
    'places.choose': async ({ purpose, suggestedName }) => {
      const window = options.window()
      if (window === null) return success([])
      const paths =
        purpose === 'openProject' || purpose === 'import'
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
  purpose: 'openProject' | 'import',
): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: folderFor(purpose),
    filters: filtersFor(purpose),
    properties: purpose === 'import' ? ['openFile', 'multiSelections'] : ['openFile'],
  })
  return filePaths
}

async function chooseNew(
  { dialog, folderFor }: Options,
  window: BaseWindow,
  {
    purpose,
    suggestedName,
  }: { purpose: 'newProject' | 'export' | 'exportTagSet'; suggestedName: string },
): Promise<readonly string[]> {
  const { filePath } = await dialog.showSaveDialog(window, {
    // The page may suggest a name, never a folder.
    defaultPath: join(folderFor(purpose), basename(suggestedName)),
    filters: filtersFor(purpose),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (filePath === '') return []
  const complete = withEnding(filePath, purpose)
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

function filtersFor(purpose: Purpose): FileFilter[] {
  const extensions = endings[purpose].map((ending) => ending.slice(1))
  // A dataset's ending tells its format, so each can be chosen by itself.
  if (purpose === 'export')
    return extensions.map((each) => ({ name: each.toUpperCase(), extensions: [each] }))
  return [{ name: kinds[purpose], extensions }]
}
