import type {
  CallArguments,
  CallName,
  CallValue,
  SearchIndexProgress,
} from '../../../shared/contract.ts'
import type { Language } from '../../../shared/language/languages.ts'
import type { Result } from '../../../shared/result.ts'

/** The calls that the search thread answers. */
export const searchCallNames = [
  'search.run',
  'search.progress',
  'search.rows',
  'search.inDocument',
  'search.places',
] as const satisfies readonly CallName[]
export type SearchCall = (typeof searchCallNames)[number]
export type SearchAnswers = {
  readonly [Name in SearchCall]: (args: CallArguments<Name>) => Promise<Result<CallValue<Name>>>
}

/** What the thread is given when it starts. */
export type ThreadData = {
  readonly path: string
  /** Whether the project can only be read: its file stays as it is. */
  readonly readOnly: boolean
  /** What it speaks until it is asked in another language. */
  readonly language: Language
}

/** A call with its number, by which its answer is known. */
export type NumberedCall<Name extends SearchCall = SearchCall> = {
  readonly [Key in Name]: {
    readonly kind: 'call'
    readonly number: number
    readonly language: Language
    readonly name: Key
    readonly args: CallArguments<Key>
  }
}[Name]

export type NumberedAnswer<Name extends SearchCall = SearchCall> = {
  readonly [Key in Name]: {
    readonly kind: 'answer'
    readonly number: number
    readonly name: Key
    readonly result: Result<CallValue<Key>>
  }
}[Name]

export type ThreadRequest =
  | NumberedCall
  /** Something may have been imported: look whether texts are missing in the index. */
  | { readonly kind: 'fill' }
  | { readonly kind: 'close' }

export type ThreadMessage =
  | NumberedAnswer
  | { readonly kind: 'index'; readonly progress: SearchIndexProgress }
  /** Something went wrong that nobody expected. */
  | { readonly kind: 'fault'; readonly message: string }
