import { z } from 'zod'

/** Every way an operation is expected to fail. Callers branch on these; people read the message. */
const failureCodes = [
  'invalidArguments',
  'notAvailable',
  'noProject',
  'notFound',
  'noPermission',
  'alreadyExists',
  'readOnly',
  'inUse',
  'diskFull',
  'storage',
  'notAProject',
  'damaged',
  'tooNew',
  'conflict',
  'unlawful',
  'empty',
  'binary',
  'tooLarge',
  'undecodable',
  'unsupported',
  'disconnected',
  'malformed',
  'hostile',
  'notHeld',
  'escaped',
  'cancelled',
] as const
export const failureCodeSchema = z.enum(failureCodes)

/**
 * An expected failure, worded for the person at the screen: `message` says what happened and to which file or
 * entry, `remedy` says what is safe and what to do next. Both are whole sentences.
 */
export const failureSchema = z
  .strictObject({
    code: failureCodeSchema,
    message: z.string(),
    remedy: z.string(),
  })
  .readonly()

export type FailureCode = z.infer<typeof failureCodeSchema>
export type Failure = z.infer<typeof failureSchema>

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function failure(code: FailureCode, message: string, remedy: string): Result<never> {
  return { ok: false, failure: { code, message, remedy } }
}
