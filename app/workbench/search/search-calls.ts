import type { CallArguments, CallName, CallValue } from '../../../shared/contract.ts'
import type { Result } from '../../../shared/result.ts'

/** The calls that the search thread answers. */
export type SearchCall = Extract<CallName, `search.${string}`>
export type SearchAnswers = {
  readonly [Name in SearchCall]: (args: CallArguments<Name>) => Promise<Result<CallValue<Name>>>
}
