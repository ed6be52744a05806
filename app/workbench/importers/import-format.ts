import type { Result } from '../../../shared/result.ts'

/** A file as it was found: its own name without folders, and its bytes. */
export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a format makes of a file. Line ends are still those of the source. */
type ParsedSource = {
  readonly title: string
  readonly text: string
  /** WHATWG encoding label. */
  readonly encoding: string
  readonly byteOrderMark: boolean
}

/** A kind of file that can become a document. */
export type ImportFormat = {
  /** The word that the command line and provenance use. */
  readonly id: string
  readonly name: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  readonly parse: (file: SourceFile) => Result<ParsedSource>
}
