import { z } from 'zod'

import {
  calls,
  type CallArguments,
  type CallName,
  type CallValue,
  type Handlers,
} from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { failure, type Result } from '../../shared/result.ts'
import { describeError } from './describe-error.ts'
import { failureOf } from './project/failures.ts'

const schemas: { readonly [Name in CallName]: { readonly args: z.ZodType<CallArguments<Name>> } } =
  calls

/**
 * Answers a call that came from a page: its name and arguments are checked before anything runs. An error that nobody
 * expected is logged and comes back as a failure, so that a page always gets an answer.
 */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  args: unknown,
  log: (text: string) => void,
): Promise<Result<unknown>> {
  if (!isCallName(name)) return unknownCall(name)
  try {
    return await answer(handlers, name, args)
  } catch (error) {
    log(`The call ${name} failed: ${describeError(error)}`)
    const known = failureOf(error, t('failures:file.itself'))
    return known === null ? unexpected(name) : { ok: false, failure: known }
  }
}

async function answer<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  args: unknown,
): Promise<Result<CallValue<Name>>> {
  const parsed = schemas[name].args.safeParse(args)
  return parsed.success ? handlers[name](parsed.data) : invalidArguments(name, parsed.error)
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name)
}

function unknownCall(name: unknown): Result<never> {
  return failure(
    'invalidArguments',
    typeof name === 'string'
      ? t('failures:call.unknown', { name: name.slice(0, 100) })
      : t('failures:call.nameless'),
    t('failures:call.loadAgain'),
  )
}

function invalidArguments(name: CallName, error: z.ZodError): Result<never> {
  const reasons = error.issues
    .slice(0, 3)
    .map(
      ({ path, message }) =>
        `${path.length === 0 ? 'arguments' : z.core.toDotPath(path)}: ${message}`,
    )
  return failure(
    'invalidArguments',
    t('failures:call.notUnderstood', { name, reasons: reasons.join('; ') }),
    t('failures:call.loadAgain'),
  )
}

function unexpected(name: CallName): Result<never> {
  return failure('storage', t('failures:call.unexpected', { name }), t('failures:call.openAgain'))
}
