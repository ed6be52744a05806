import type { Purpose } from '../../shared/contract.ts'
import type { English } from '../../shared/language/catalogues/en.ts'
import { t } from '../../shared/language/translate.ts'
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
  if (problem !== null) return refuse(t(`failures:fileName.${problem}`, { name: typed }))
  const name = withEnding(typed, purpose)
  return Buffer.byteLength(name) > maxNameBytes
    ? refuse(t('failures:fileName.tooLong', { name, bytes: maxNameBytes }))
    : success(name)
}

function problemOf(name: string): keyof English['failures']['fileName'] | null {
  if (name.trim() === '') return 'empty'
  if (forbidden.test(name)) return 'forbidden'
  if (!name.isWellFormed()) return 'halfCharacter'
  if (name.startsWith('.')) return 'startsWithDot'
  if (/[. ]$/.test(name)) return 'endsWithDot'
  if (reserved.test(name)) return 'reserved'
  return null
}

function refuse(message: string): Result<never> {
  return failure('invalidArguments', message, t('failures:chooser.typeAnother'))
}
