import type {
  DocumentSummary,
  FoundAnnotations,
  HeldElsewhere,
  Usage,
} from '../../../shared/contract.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import type { Document } from '../../../shared/model/document.ts'
import type {
  Commit,
  JournalDraft,
  JournalSummary,
  UndoState,
} from '../../../shared/model/journal.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { RelationType } from '../../../shared/model/relation-type.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import type { DocumentView } from '../../../shared/model/view.ts'
import type { Result } from '../../../shared/result.ts'
import type { Unrelated } from './tables/annotations.ts'
import type { Reach } from './tables/journal.ts'
import type { Weights } from './tables/weights.ts'

/**
 * Reads one `.verbatim` file. Lists come in their stable order: labels and relation types by position, speakers by
 * name, documents and relations by id, annotations of a document in reading order.
 */
export type ProjectReader = {
  readonly path: string
  readonly project: () => Project
  readonly labels: () => readonly Label[]
  readonly relationTypes: () => readonly RelationType[]
  readonly speakers: () => readonly Speaker[]
  readonly documents: () => readonly DocumentSummary[]
  /** The same in their order, a few at a time, so that others have their turn in between. */
  readonly documentsInSlices: () => Generator<readonly DocumentSummary[], void>
  /** Those of these ids that there are, as lists show them; by id. */
  readonly documentsAmong: (ids: readonly string[]) => readonly DocumentSummary[]
  /** The same documents with where they came from and what else their sources say. */
  readonly wholeDocuments: () => readonly Document[]
  readonly document: (id: string) => Document | null
  /** The stored text under its hash; `null` where there is none. */
  readonly text: (sha256: string) => string | null
  readonly annotations: (documentId: string) => readonly Annotation[]
  readonly annotation: (id: string) => Annotation | null
  readonly relations: () => readonly Relation[]
  /** Of one document, in the order of the review list. */
  readonly suggestions: (documentId: string) => readonly Suggestion[]
  /** Those with an end in a document. */
  readonly relationsOf: (documentId: string) => readonly Relation[]
  readonly close: () => void
}

/** What hangs on what in a project, found by index. Lists of annotations go by document, then in reading order. */
export type ProjectLookups = {
  /** How many annotations and relations hang on labels, relation types and speakers. */
  readonly usage: () => Usage
  /** Whether something of any kind has this id. */
  readonly has: (id: string) => boolean
  /** These and the next are read one at a time, each time that they are gone through. */
  readonly annotationsLabelled: (label: string) => Iterable<Annotation>
  readonly annotationsNaming: (speakerId: string) => Iterable<Annotation>
  /** Their ids only. */
  readonly annotationIdsNaming: (speakerId: string) => readonly string[]
  readonly quotes: (documentId: string) => readonly Pick<Annotation, 'id' | 'label' | 'quote'>[]
  readonly unrelated: (which: Unrelated, limit: number) => FoundAnnotations
  /** Those that begin or end at an annotation. */
  readonly relationsAt: (annotationId: string) => readonly Relation[]
  readonly relationsTyped: (type: string) => readonly Relation[]
  readonly suggestionsLabelled: (label: string) => readonly Suggestion[]
  readonly suggestionsNaming: (speakerId: string) => readonly Suggestion[]
  /** Those with which a relation of a type waits. */
  readonly suggestionsRelatedBy: (type: string) => readonly Suggestion[]
  /** At most `limit` entries from the newest down, those before an entry where `before` names its `seq`. */
  readonly journal: (before: number | null, limit: number) => readonly JournalSummary[]
  /** Changes of every entry after `seq`, the latest first. */
  readonly changesAfter: (seq: number) => readonly (readonly Change[])[]
  /** What Undo and Redo would take: `seq` of an entry each. */
  readonly undoReach: () => Reach
  readonly weights: Weights
}

/** What somebody does: a draft whose changes may be made one at a time, while they are taken. */
export type Act = Omit<JournalDraft, 'changes'> & { readonly changes: Iterable<Change> }

/** What acts are worked out of and committed to; `Done` is what a commit comes to. */
export type ActingProject<Done> = ProjectReader &
  ProjectLookups & {
    readonly commit: (act: Act) => Result<Done>
    /** The commit of an entry, by its id; `null` where there is none. */
    readonly committed: (id: string) => Done | null
  }

/** What a project that another process changes tells of itself. */
type Following = {
  readonly state: () => HeldElsewhere
  /** Looks again: whether something else is shown now, or somebody else has the project. */
  readonly look: () => boolean
}

/** A project open for work. Every change is on disk before `commit`, `undo` and `redo` answer. */
export type ProjectFile = ProjectReader &
  ProjectLookups & {
    /** Tells the file that was opened from another one that may take its place; `null` where it was gone at once. */
    readonly identity: string | null
    /** Why nothing can be changed, in a sentence; `null` where it can. */
    readonly readOnly: string | null
    /** `null` where no other process has the project open for changes. */
    readonly following: Following | null
    /** Why it is saved in another way than usual, in whole sentences; `null` where it is not. */
    readonly placeRemark: string | null
    readonly undoState: () => UndoState
    /** Applies an act whole or not at all. `texts` are those that added documents name by hash. One already committed (same id) answers as it did. */
    readonly commit: (act: Act, texts?: readonly string[]) => Result<Commit>
    /** The commit of an entry, by its id; `null` where there is none. */
    readonly committed: (id: string) => Commit | null
    readonly undo: (id: string, annotator: string) => Result<Commit | null>
    readonly redo: (id: string, annotator: string) => Result<Commit | null>
    readonly view: (documentId: string) => DocumentView | null
    readonly currentDocumentId: () => string | null
    readonly saveView: (documentId: string, view: DocumentView) => Result<null>
    /** Pages in the log that SQLite keeps beside the file, of 4 KiB each; 0 where it keeps none. */
    readonly logPages: () => number
  }
