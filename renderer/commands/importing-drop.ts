import { placeOfDropped } from '../bridge/bridge.ts'
import type { PendingSource } from './import-sources.ts'
import { isHidden, pendingFile, pendingPlace, unreadable } from './pending-file.ts'

/**
 * Everything that was dropped, with the files in folders under names like `batch/a.ann`, sorted by name; hidden files
 * of folders are left out. A shell that knows where they are reads them itself. The items of a drop are gone after its event: this is to be called within it.
 */
export async function droppedFiles(items: DataTransferItemList): Promise<readonly PendingSource[]> {
  const dropped = Array.from(items, (item) => ({
    entry: item.kind === 'file' ? item.webkitGetAsEntry() : null,
    file: item.getAsFile(),
  }))
  const pending: PendingSource[] = []
  for (const { entry, file } of dropped) {
    const place = file === null ? null : await placeOfDropped(file)
    if (place !== null) pending.push(pendingPlace(place))
    else if (entry !== null && isDirectory(entry))
      pending.push(...(await filesIn(entry, entry.name)))
    else if (file !== null) pending.push(pendingFile(file))
  }
  return pending
}

async function filesIn(
  folder: FileSystemDirectoryEntry,
  path: string,
): Promise<readonly PendingSource[]> {
  const entries = await entriesOf(folder).catch(nothingFor)
  if (entries === null) return [unreadable(path)]
  const pending: PendingSource[] = []
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (isHidden(entry.name)) continue
    const inner = `${path}/${entry.name}`
    if (isDirectory(entry)) pending.push(...(await filesIn(entry, inner)))
    else if (isFile(entry)) {
      const file = await fileOf(entry).catch(nothingFor)
      pending.push(file === null ? unreadable(inner) : pendingFile(file, inner))
    }
  }
  return pending
}

/** What the browser could not read is refused later, by name. */
function nothingFor(error: unknown): null {
  if (error instanceof DOMException) return null
  throw error
}

/** A reader gives a hundred entries at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) return all
    all.push(...some)
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
