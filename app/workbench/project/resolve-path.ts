import { realpathSync } from 'node:fs'

import { success, type Result } from '../../../shared/result.ts'
import { expected } from './failures.ts'

/** The file's own path, links followed: what lies beside a project lies beside the file itself. */
export function resolvePath(path: string): Result<string> {
  try {
    return success(realpathSync(path))
  } catch (error) {
    return expected(error, path)
  }
}
