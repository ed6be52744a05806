import type { Purpose } from '../../shared/contract.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { withEnding } from '../shell/purpose-endings.ts'

/** Most file systems' limit, in bytes of UTF-8. */
const maxNameBytes = 255

/** Device names on Windows, whatever follows their first dot. See "Naming Files, Paths, and Namespaces" by Microsoft. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i

// Control characters are what this looks for.
const forbidden = /[\p{Cc}<>:"/\\|?*]/u

/**
 * A typed file name as a plain name that Windows, macOS and Linux all take, with an ending that fits the purpose.
 * Fails with `invalidArguments` and says which rule is broken.
 */
export function completeFileName(typed: string, purpose: Purpose): Result<string> {
  const problem = problemOf(typed)
  if (problem !== null) return refuse(typed, problem)
  const name = withEnding(typed, purpose)
  return Buffer.byteLength(name) > maxNameBytes
    ? refuse(typed, `is too long: at most ${maxNameBytes} bytes fit`)
    : success(name)
}

function problemOf(name: string): string | null {
  if (name.trim() === '') return 'is empty'
  if (forbidden.test(name))
    return 'holds a character that file names cannot have: / \\ : * ? " < > |'
  if (!name.isWellFormed()) return 'holds half a character'
  if (name.startsWith('.')) return 'starts with a dot, which would hide the file'
  if (/[. ]$/.test(name)) return 'ends with a dot or a space, which Windows drops'
  if (reserved.test(name)) return 'is kept for devices on Windows'
  return null
}

function refuse(name: string, problem: string): Result<never> {
  return failure(
    'invalidArguments',
    `The name “${name}” ${problem}.`,
    'Nothing was written. Type another name.',
  )
}
