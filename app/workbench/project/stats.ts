import type { DocumentStatus } from '../../../shared/model/document.ts'
import type { ProjectSnapshot } from './reader.ts'

export type ProjectStats = {
  readonly documents: number
  readonly byStatus: Readonly<Record<DocumentStatus, number>>
  /** Length of all texts together, in UTF-16 code units. */
  readonly characters: number
  readonly annotations: number
  /** By label id, every label of the tag set, in its order. */
  readonly byLabel: Readonly<Record<string, number>>
  readonly relations: number
  readonly relationTypes: number
  readonly speakers: number
}

/** Counts what a project holds. Costs one pass over the list of documents; no text is read. */
export function projectStats(reader: ProjectSnapshot): ProjectStats {
  const byStatus = { todo: 0, inProgress: 0, done: 0, setAside: 0 }
  let characters = 0
  let annotations = 0
  const summaries = reader.documents()
  for (const summary of summaries) {
    byStatus[summary.document.status] += 1
    characters += summary.document.length
    annotations += summary.annotations
  }
  const used = reader.countByLabel()
  return {
    documents: summaries.length,
    byStatus,
    characters,
    annotations,
    byLabel: Object.fromEntries(reader.labels().map(({ id }) => [id, used[id] ?? 0])),
    relations: reader.relations().length,
    relationTypes: reader.relationTypes().length,
    speakers: reader.speakers().length,
  }
}
