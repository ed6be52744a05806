import { maxDocumentBytes, type ImportSource, type Place } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { sizeOf } from './amounts.ts'
import { toBase64 } from './base64.ts'
import type { PendingSource } from './import-sources.ts'

/**
 * A file that the page was given, under a name that may have folders, with `/`. One over the limit is refused by its
 * size alone and never read.
 */
export function pendingFile(file: File, name = pathOf(file)): PendingSource {
  const { size } = file
  return size > maxDocumentBytes
    ? { name, bytes: 0, read: () => Promise.resolve(tooLarge(size)) }
    : { name, bytes: size, read: () => readFile(file, name) }
}

/** A file or folder that is there and cannot be read. */
export function unreadable(name: string): PendingSource {
  return { name, bytes: 0, read: () => Promise.resolve(notRead()) }
}

/** Whether a file is what systems and programs put beside the files of a person. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

/** With the folders below and including the one that was chosen, where one was. */
function pathOf({ name, webkitRelativePath }: File): string {
  return webkitRelativePath === '' ? name : webkitRelativePath
}

function tooLarge(size: number): Result<never> {
  return failure(
    'tooLarge',
    t('commands:pendingFile.tooLarge', { size: sizeOf(size), most: sizeOf(maxDocumentBytes) }),
    t('commands:pendingFile.tooLargeRemedy'),
  )
}

async function readFile(file: File, name: string): Promise<Result<ImportSource>> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return success({ kind: 'bytes', name, base64: toBase64(bytes) })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return notRead()
  }
}

function notRead(): Result<never> {
  return failure(
    'notFound',
    t('commands:pendingFile.notRead'),
    t('commands:pendingFile.notReadRemedy'),
  )
}

/** A file or folder of which the shell knows where it is: nothing of it goes through the page. */
export function pendingPlace({ ticket, name }: Place): PendingSource {
  return { name, bytes: 0, read: async () => success({ kind: 'place', ticket } as const) }
}
