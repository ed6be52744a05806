import type { Relation } from '../../../shared/model/relation.ts'
import type { DatasetDocument, DatasetHead } from './dataset.ts'

/**
 * A kind of file that a project can be written to: pure functions from one piece of the dataset to its characters,
 * called in order, so that never more than one document is held.
 */
export type ExportFormat = {
  /** The word that the command line uses. */
  readonly id: string
  readonly name: string
  /** With the dot. */
  readonly extension: string
  readonly opening: (head: DatasetHead) => string
  /** `relations` are those that start in this document; `index` counts the documents from 0. */
  readonly document: (
    head: DatasetHead,
    document: DatasetDocument,
    relations: readonly Relation[],
    index: number,
  ) => string
  /** `relations` are all of the dataset. */
  readonly closing: (relations: readonly Relation[]) => string
}
