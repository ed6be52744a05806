import type { ProjectLookups } from './project-file.ts'
import type { Tables } from './tables/tables.ts'

/** What hangs on what, on an open connection. */
export function lookupsOn(tables: Tables): ProjectLookups {
  const { annotations, attributions, relations, suggestions, journal } = tables
  return {
    usage: () => ({
      labels: annotations.countByLabel(),
      relationTypes: relations.countByType(),
      speakers: attributions.countBySpeaker(),
    }),
    has: (id) =>
      annotations.has(id) ||
      tables.documents.get(id) !== null ||
      relations.get(id) !== null ||
      suggestions.get(id) !== null ||
      tables.speakers.has(id),
    annotationsLabelled: annotations.withLabel,
    annotationsNaming: annotations.naming,
    annotationIdsNaming: attributions.annotationsNaming,
    quotes: annotations.quotesOf,
    unrelated: (which, limit) => ({
      annotations: annotations.unrelated(which, limit),
      total: annotations.countUnrelated(which),
    }),
    relationsAt: relations.ofAnnotation,
    relationsTyped: relations.ofType,
    suggestionsLabelled: suggestions.withLabel,
    suggestionsNaming: suggestions.naming,
    suggestionsRelatedBy: suggestions.withRelationType,
    journal: journal.newest,
    changesAfter: journal.changesAfter,
    weights: tables.weights,
    undoReach: () => journal.reachAfter(journal.latestSeq()),
  }
}
