import type { Remark } from '../../../shared/exchange/remark.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import type { DatasetDocument, DatasetHead } from './dataset.ts'

/** The next characters or bytes of a file. Pieces of one file follow each other; a file is done when another begins. */
export type Piece = {
  /** Path within a folder export, with `/`; ignored by formats that make one file. */
  readonly file: string
  readonly content: string | Uint8Array
}

/** What an export can be asked, each by the formats that know it. */
export type ExportOptions = {
  /** Offsets of W3C positions: code points as the recommendation has it, or UTF-16 code units for Recogito. */
  readonly w3cUnits: 'codePoint' | 'utf16'
  /** What CoNLL does with annotations that overlap. */
  readonly overlaps: 'longest' | 'first' | 'separate-columns'
}

export const defaultExportOptions: ExportOptions = { w3cUnits: 'codePoint', overlaps: 'longest' }

/** Something of the model that a format may have no place for. */
export type Loss =
  | 'discontinuity'
  | 'speakers'
  | 'speakerDetails'
  | 'attributes'
  | 'notes'
  | 'annotators'
  | 'times'
  | 'ids'
  | 'relations'
  | 'relationsAcrossDocuments'
  | 'documentIds'
  | 'title'
  | 'source'
  | 'author'
  | 'date'
  | 'url'
  | 'language'
  | 'direction'
  | 'status'
  | 'assignee'
  | 'tags'
  | 'metadata'
  | 'provenance'
  | 'whiteSpace'
  | 'tagSet'
  | 'suggestions'

/** Where a format says what did not come through. */
export type ExportLog = {
  /** A thing that is not in the files at all, each by its id. An annotation or relation that is refused counts as such. */
  readonly refuse: (remark: Remark) => void
  /** A thing that is in the files, but not as it is in the project. */
  readonly change: (remark: Remark) => void
}

/** Relations that start in a document; the far end may be in another one, and `far` is that document's id then. */
export type DatasetRelation = Relation & { readonly far: string | null }

/** Writes one dataset. Called in this order, so that never more than one document is held. */
type DatasetWriter = {
  readonly opening: () => Iterable<Piece>
  /** `index` counts the documents from 0. */
  readonly document: (
    document: DatasetDocument,
    relations: readonly DatasetRelation[],
    index: number,
  ) => Iterable<Piece>
  /** `relations` are all of the dataset. */
  readonly closing: (relations: readonly Relation[]) => Iterable<Piece>
}

/** A kind of files that a project can be written to. What it is for is told in the catalogues, by its id. */
export type ExportFormat = {
  /** The word that the command line uses. */
  readonly id: string
  readonly name: string
  /** With the dot; `null` where it makes a folder of files (or a `.zip` of it). */
  readonly extension: string | null
  /** What it has no place for. The report names the things that had some of it; the rest comes back by import. */
  readonly loses: (options: ExportOptions) => readonly Loss[]
  readonly start: (head: DatasetHead, options: ExportOptions, log: ExportLog) => DatasetWriter
}
