import type { Result } from '../../../shared/result.ts'
import { decodeText, type DecodedText } from './decode.ts'
import type { SourceFile } from './import-format.ts'
import { Refusal } from './refusal.ts'

/** All of a file as text, in whichever encoding it is. Throws `Refusal` for what is no text. */
export async function readText(file: SourceFile): Promise<DecodedText> {
  return valueOrRefusal(decodeText({ name: file.path, bytes: await file.bytes() }))
}

/** What a `Result` holds. Throws its failure as a `Refusal` of the file. */
export function valueOrRefusal<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  const { code, message, remedy } = result.failure
  throw new Refusal({ code, reason: `${message} ${remedy}` })
}
