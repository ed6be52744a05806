import type { Relation } from '../../shared/model/relation.ts'
import type { DatasetDocument, DatasetHead } from './exporters/dataset.ts'
import type { DatasetRelation, Loss } from './exporters/export-format.ts'

/** A whole dataset in memory, as writers are given it piece by piece. */
export type Dataset = {
  readonly head: DatasetHead
  readonly documents: readonly {
    readonly document: DatasetDocument
    readonly relations: readonly DatasetRelation[]
  }[]
  readonly relations: readonly Relation[]
}

/** What a project is but for what is lost: annotations stand for themselves by their place among all. */
export function comparableDataset(
  { head, documents, relations }: Dataset,
  losses: ReadonlySet<Loss>,
  refused: ReadonlySet<string | null>,
) {
  const kept = <Value>(loss: Loss, value: Value) => (losses.has(loss) ? undefined : value)
  const names = new Map(
    head.speakers.map((speaker) => [
      speaker.id,
      losses.has('speakerDetails') ? speaker.name : { ...speaker, id: null },
    ]),
  )
  const all = documents.flatMap(({ document }) =>
    document.annotations.filter(({ id }) => !refused.has(id)).map(({ id }) => id),
  )
  const place = new Map(all.map((id, index) => [id, index]))
  const near = new Set(
    documents.flatMap((each) =>
      each.relations.filter(({ far }) => far === null).map(({ id }) => id),
    ),
  )
  return {
    tagSet: kept('tagSet', { labels: head.labels, relationTypes: head.relationTypes }),
    documents: documents.map(({ document }) => ({
      id: kept('documentIds', document.id),
      title: kept('title', document.title),
      source: kept('source', document.source),
      author: kept('author', document.author),
      date: kept('date', document.date),
      url: kept('url', document.url),
      language: kept('language', document.language),
      direction: kept('direction', document.direction),
      status: kept('status', document.status),
      assignee: kept('assignee', document.assignee),
      tags: kept('tags', document.tags),
      metadata: kept('metadata', document.metadata),
      provenance: kept('provenance', document.provenance),
      text: kept('whiteSpace', document.text),
      annotations: document.annotations
        .filter(({ id }) => !refused.has(id))
        .filter(({ spans }) => !losses.has('discontinuity') || spans.length === 1)
        .map((annotation) => ({
          id: kept('ids', annotation.id),
          label: annotation.label,
          spans: kept('whiteSpace', annotation.spans),
          quote: kept('whiteSpace', annotation.quote),
          attribution: kept(
            'speakers',
            annotation.attribution.map((id) => names.get(id)),
          ),
          attributes: kept('attributes', annotation.attributes),
          note: kept('notes', annotation.note),
          annotator: kept('annotators', annotation.annotator),
          times: kept('times', [annotation.createdAt, annotation.updatedAt]),
        })),
    })),
    relations: kept(
      'relations',
      relations
        .filter(
          ({ id, from, to }) =>
            !refused.has(id) &&
            place.has(from) &&
            place.has(to) &&
            (near.has(id) || !losses.has('relationsAcrossDocuments')),
        )
        .map(({ id, type, from, to }) => ({
          id: kept('ids', id),
          type,
          from: place.get(from),
          to: place.get(to),
        }))
        // Without ids nothing says in which order they are.
        .toSorted((one, other) =>
          losses.has('ids') ? (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1) : 0,
        ),
    ),
  }
}
