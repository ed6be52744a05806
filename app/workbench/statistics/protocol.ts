import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import type { Language } from '../../../shared/language/languages.ts'
import type { Result } from '../../../shared/result.ts'

/** The calls that the counting thread answers. */
export type CountCallName = 'statistics.counts' | 'statistics.words' | 'statistics.work'

/** What the thread is asked, by a number that comes back with the answer. */
export type Question = {
  readonly [Name in CountCallName]: {
    readonly name: Name
    readonly id: number
    readonly language: Language
    readonly path: string
    readonly args: CallArguments<Name>
  }
}[CountCallName]

/** What the thread is sent: a question, or that it is to let the project go and end. */
export type Request = Question | { readonly name: 'close' }

export type Answer =
  | {
      readonly [Name in CountCallName]: {
        readonly name: Name
        readonly id: number
        readonly result: Result<CallValue<Name>>
      }
    }[CountCallName]
  | Fault

/** Something that nobody expected, with its stack, and what a log may hold of it. */
type Fault = {
  readonly name: 'fault'
  readonly id: number
  readonly message: string
  readonly description: string
}
