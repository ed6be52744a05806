import type { DatabaseSync } from 'node:sqlite'

import { annotationsTable, type AnnotationsTable } from './annotations.ts'
import { attributionsTable, type AttributionsTable } from './attributions.ts'
import { documentsTable, type DocumentsTable } from './documents.ts'
import { journalTable, type JournalTable } from './journal.ts'
import { labelsTable, type LabelsTable } from './labels.ts'
import { projectTable, type ProjectTable } from './project.ts'
import { relationTypesTable, type RelationTypesTable } from './relation-types.ts'
import { relationsTable, type RelationsTable } from './relations.ts'
import { speakersTable, type SpeakersTable } from './speakers.ts'
import { suggestionsTable, type SuggestionsTable } from './suggestions.ts'
import { textsTable, type TextsTable } from './texts.ts'
import { viewsTable, type ViewsTable } from './views.ts'
import { weightsOn, type Weights } from './weights.ts'

/** Everything a project file holds, with its statements prepared once for the connection. */
export type Tables = {
  readonly project: ProjectTable
  readonly labels: LabelsTable
  readonly relationTypes: RelationTypesTable
  readonly speakers: SpeakersTable
  readonly texts: TextsTable
  readonly documents: DocumentsTable
  readonly annotations: AnnotationsTable
  readonly attributions: AttributionsTable
  readonly relations: RelationsTable
  readonly suggestions: SuggestionsTable
  readonly journal: JournalTable
  readonly views: ViewsTable
  readonly weights: Weights
}

export function tablesOf(db: DatabaseSync): Tables {
  const attributions = attributionsTable(db)
  return {
    project: projectTable(db),
    labels: labelsTable(db),
    relationTypes: relationTypesTable(db),
    speakers: speakersTable(db),
    texts: textsTable(db),
    documents: documentsTable(db),
    annotations: annotationsTable(db, attributions),
    attributions,
    relations: relationsTable(db),
    suggestions: suggestionsTable(db),
    journal: journalTable(db),
    views: viewsTable(db),
    weights: weightsOn(db),
  }
}
