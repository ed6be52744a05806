import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'

import { maxDocumentBytes } from '../../../shared/contract.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import type { SourceFile } from './import-format.ts'

/** The bytes of a file on disk. Its kind and size are looked at first: nothing larger than the limit is read. */
export async function readSourceFile(path: string): Promise<Result<SourceFile>> {
  const name = basename(path)
  try {
    // Before opening: opening a pipe would wait for its writer.
    const kind = await stat(path)
    if (kind.isDirectory()) {
      return failure('unsupported', `“${name}” is a folder.`, 'Choose the files in it.')
    }
    if (!kind.isFile()) {
      return failure(
        'unsupported',
        `“${name}” is not a file but a device or pipe.`,
        'Choose a file.',
      )
    }
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    const refusal = refuseSize(name, size)
    return refusal ?? success({ name, bytes: await file.readFile() })
  } catch (error) {
    return refuseRead(name, error)
  }
}

/** `null` where this many bytes may be taken in. */
export function refuseSize(name: string, byteLength: number): Result<never> | null {
  if (byteLength === 0) {
    return failure(
      'empty',
      `“${name}” is empty.`,
      'Nothing was imported from it. Check that the article was saved to this file.',
    )
  }
  if (byteLength <= maxDocumentBytes) return null
  return failure(
    'tooLarge',
    `“${name}” is ${inMegabytes(byteLength)}; the largest text that Verbatim takes in is ${inMegabytes(maxDocumentBytes)}.`,
    'Nothing was imported from it. Split the text into articles and import those.',
  )
}

function inMegabytes(byteLength: number): string {
  const megabytes = byteLength / (1024 * 1024)
  return `${Number.isInteger(megabytes) ? megabytes : megabytes.toFixed(2)} MB`
}

function refuseRead(name: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failure('notFound', `There is no file “${name}”.`, 'Check its name and folder.')
    case 'EACCES':
    case 'EPERM':
      return failure(
        'noPermission',
        `“${name}” may not be read by this user.`,
        'Ask its owner for the right to read it, or copy it to a folder of your own.',
      )
    case 'EIO':
    case 'EBUSY':
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'ESTALE':
      return failure(
        'storage',
        `“${name}” could not be read (${code}).`,
        'The project is unchanged. Check the disk or network folder it lies on, then try again.',
      )
    default:
      throw error
  }
}
