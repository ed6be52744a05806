import { t } from '../../../shared/language/translate.ts'
import { decodeText } from './decode.ts'
import type { SourceFile } from './import-format.ts'
import { Refusal } from './refusal.ts'

/** Deepest nesting that is read: far more than any format has, and far less than what exhausts memory. */
const maxDepth = 200

/** The JSON in a text. `place` says where the text is, such as `line 3`. Throws `Refusal` for what is no JSON. */
export function parseJson(text: string, place: string | null): unknown {
  const refusal = tooDeep(text, place)
  if (refusal !== null) throw refusal
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Refusal({
      place,
      code: 'malformed',
      reason: t('remarks:json.notValid', { reason: error.message.slice(0, 200) }),
    })
  }
}

/** Why a text, or its beginning, is not read as JSON; `null` where it is not nested too deep. */
export function tooDeep(text: string, place: string | null): Refusal | null {
  if (depthOf(text) <= maxDepth) return null
  return new Refusal({
    place,
    code: 'hostile',
    reason: t('remarks:json.tooDeep', { limit: String(maxDepth) }),
  })
}

/**
 * All of a file as JSON, in UTF-8 or UTF-16: what else it might be is not guessed, as a misread text would look like one
 * (RFC 8259, 8.1). Throws `Refusal` for what is no JSON.
 */
export async function readJson(file: SourceFile): Promise<unknown> {
  const decoded = decodeText({ name: file.path, bytes: await file.bytes() })
  if (!decoded.ok) {
    const { code, message, remedy } = decoded.failure
    throw new Refusal({ code, reason: `${message} ${remedy}` })
  }
  const { text, notUtf8At } = decoded.value
  if (notUtf8At !== undefined) {
    throw new Refusal({
      place: `line ${notUtf8At}`,
      code: 'undecodable',
      reason: t('remarks:line.notUtf8', { line: String(notUtf8At) }),
    })
  }
  return parseJson(text, null)
}

/** Levels of arrays and objects, brackets in strings left out. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (quoted) {
      if (code === 0x5c) index += 1
      else if (code === 0x22) quoted = false
    } else if (code === 0x22) quoted = true
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return deepest
}
