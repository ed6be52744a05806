import { accessSync, constants, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'

import { t } from '../../../shared/language/translate.ts'

/**
 * Why a project can only be read, in a sentence; `null` where it can be changed. A file that nobody may write stays
 * untouched also where the system would let an administrator write it.
 */
export function reasonReadOnly(path: string): string | null {
  const name = basename(path)
  if (isWriteProtected(path)) return t('failures:file.writeProtected', { name })
  const folder = dirname(path)
  // The read-only mark of a folder has no such meaning on Windows.
  const windows = process.platform === 'win32'
  if (windows ? !isAccessible(folder) : isWriteProtected(folder)) {
    return t('failures:file.folderProtected', { name })
  }
  return null
}

function isWriteProtected(path: string): boolean {
  return (statSync(path).mode & 0o222) === 0 || !isAccessible(path)
}

function isAccessible(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return false
  }
}
