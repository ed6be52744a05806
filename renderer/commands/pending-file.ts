import { maxDocumentBytes, type ImportSource } from '../../shared/contract.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { sizeOf } from './amounts.ts'
import { toBase64 } from './base64.ts'
import type { PendingSource } from './import-sources.ts'

/** A file that the page was given. One over the limit is refused by its size alone and never read. */
export function pendingFile(file: File): PendingSource {
  const { name, size } = file
  return size > maxDocumentBytes
    ? { name, bytes: 0, read: () => Promise.resolve(tooLarge(name, size)) }
    : { name, bytes: size, read: () => readFile(file) }
}

function tooLarge(name: string, size: number): Result<never> {
  return failure(
    'tooLarge',
    `“${name}” is ${sizeOf(size)}; the largest text that Verbatim takes in is ${sizeOf(maxDocumentBytes)}.`,
    'Nothing was imported from it. Split the text into articles and import those.',
  )
}

async function readFile(file: File): Promise<Result<ImportSource>> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return success({ kind: 'bytes', name: file.name, base64: toBase64(bytes) })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return failure(
      'notFound',
      `“${file.name}” could not be read: it is a folder, or it was moved, changed or locked meanwhile.`,
      'Nothing was imported from it. Choose it again, or the files in it.',
    )
  }
}
