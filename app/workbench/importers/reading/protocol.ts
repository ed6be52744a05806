import type { TableHead } from '../../../../shared/contract.ts'
import type { Remark } from '../../../../shared/exchange/remark.ts'
import type { Language } from '../../../../shared/language/languages.ts'
import type { Reading } from '../foreign.ts'
import type { ReadOptions } from '../import-format.ts'
import type { Input } from './input.ts'

/** A file that is read by itself, with those that belong to it. */
export type Unit = {
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Id of its format. */
  readonly format: string
  /** What its columns are, where it is a table; `null` for anything else. */
  readonly table: TableHead | null
}

/** Everything that was chosen, sorted into what is read, what is left alone and what cannot be read. */
export type Plan = {
  readonly units: readonly Unit[]
  /** Files in folders and archives that are of no known kind. */
  readonly skipped: readonly string[]
  readonly refused: readonly { readonly path: string; readonly remark: Remark }[]
}

/** What is told of a file besides what is in it. */
export type FileFacts = {
  /** Hash of its bytes; `null` for what is too large to be one document. */
  readonly sha256: string | null
}

/** What the reading thread is asked. */
export type Request =
  | {
      readonly kind: 'plan'
      readonly language: Language
      readonly inputs: readonly Input[]
      readonly format: string
    }
  | {
      readonly kind: 'read'
      readonly language: Language
      readonly path: string
      readonly format: string
      readonly options: ReadOptions
    }
  /** What was sent is taken in; send more. */
  | { readonly kind: 'more' }

/** What the reading thread answers. */
export type Answer =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'readings'; readonly facts: FileFacts; readonly readings: readonly Reading[] }
  | { readonly kind: 'read' }
  | { readonly kind: 'fault'; readonly message: string }
