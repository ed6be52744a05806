import type { TableColumns, TableHead } from '../../../shared/contract.ts'
import type { Reading } from './foreign.ts'

/** A file as formats see it. Neither its path nor its siblings say anything of the machine it lies on. */
export type SourceFile = {
  /** Path within what was chosen, with `/`: `batch/a.ann`; in an archive `news.zip/a.txt`. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** All of it. Throws `Refusal` where it is larger than `maxWholeBytes`. */
  readonly bytes: () => Promise<Uint8Array>
  /** Piece by piece, for what is read a line at a time. */
  readonly chunks: () => AsyncIterable<Uint8Array>
  /** Another file of the same folder, by its name; `null` where there is none. */
  readonly sibling: (name: string) => SourceFile | null
  /** Names of all files of the same folder, its own included. */
  readonly siblingNames: readonly string[]
}

/** The beginning of a file, to tell its format by. */
export type Sample = {
  readonly path: string
  readonly size: number
  /** At most 64 KiB. */
  readonly bytes: Uint8Array
  /**
   * `bytes` as text, without a byte order mark; `null` where they are no text. May end in the middle of a line. Of longer
   * JSON it is more, to the end of the first item at least, with long strings cut short.
   */
  readonly text: string | null
  readonly siblingNames: readonly string[]
}

/**
 * How surely a file is of a format: `certain` by something that no other format has, `likely` where its content fits
 * and its name does not speak against it, `possible` where only the name says so.
 */
export type Recognition = 'certain' | 'likely' | 'possible' | 'no'

/** Answers to what a file cannot say itself. */
export type ReadOptions = {
  /** Which column of a table is what; `null` goes by the table itself. */
  readonly columns: TableColumns | null
}

/** A kind of file that can be imported. */
export type ImportFormat = {
  /** The word that the command line and provenance use. */
  readonly id: string
  readonly name: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  readonly recognise: (sample: Sample) => Recognition
  /** Names of siblings that are read with a file and are nothing by themselves. */
  readonly companions?: (sample: Sample) => readonly string[]
  /** What a person can say of a file before it is read: which of its columns is what. */
  readonly tableHead?: (file: SourceFile) => Promise<TableHead>
  /**
   * Everything in the file. What cannot be read is a `refused` reading with its place, and the rest goes on; a `Refusal`
   * that is thrown refuses the file from there on. Any other error is a fault of ours.
   */
  readonly read: (file: SourceFile, options: ReadOptions) => AsyncIterable<Reading>
}
