import type { Remark } from '../../../shared/exchange/remark.ts'
import type { AttributeKind, AttributeValues } from '../../../shared/model/attribute.ts'
import type { DocumentStatus, Provenance } from '../../../shared/model/document.ts'
import type { Label } from '../../../shared/model/label.ts'
import type { RelationType } from '../../../shared/model/relation-type.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'

/*
 * What a file of another tool says, before anything of it is believed. A format gives these; `landing/` makes the
 * project's own things of them and is the only place where offsets are carried over, quotes proved and labels matched.
 */

/** What a source counts offsets in. */
export type OffsetUnit = 'utf16' | 'codePoint'

/** Half-open, in the unit of its document. May be empty, reversed or outside the text: nothing is checked yet. */
export type ForeignSpan = { readonly start: number; readonly end: number }

export type ForeignAnnotation = {
  /** Names it among the annotations of its document: relations lead to it. Unique there. */
  readonly key: string
  /** Where it is in its file, for reports: `line 3`, `T4`. */
  readonly place: string
  /** A UUID of version 7 that is kept where it is free; `null` makes a new one. */
  readonly id: string | null
  /** Name or id of a label as the source has it. */
  readonly label: string
  /** In any order. `null` where the source says only what the text is: it is looked for by `quote`, `prefix` and `suffix`. */
  readonly spans: readonly ForeignSpan[] | null
  /** What the source says the text is, pieces joined by one space; `null` where it does not say. */
  readonly quote: string | null
  /** The text before and after, as much as the source has; empty where it has none. */
  readonly prefix: string
  readonly suffix: string
  /** Names of speakers, outermost first. With `speakerIds` they are the ids of speakers in the file's tag set. */
  readonly speakers: readonly string[]
  /** By id or name of an attribute. */
  readonly attributes: AttributeValues
  readonly note: string | null
  /** `null` leaves it to whoever imports. */
  readonly annotator: string | null
  /** ISO 8601; `null` for the time of the import. */
  readonly createdAt: string | null
  readonly updatedAt: string | null
  /** A machine's proposal: becomes a suggestion for review and no annotation. `score` from 0 to 1 where it has one. */
  readonly predicted: { readonly score: number | null } | null
}

export type ForeignRelation = {
  readonly place: string
  readonly id: string | null
  /** Name or id of a relation type as the source has it. */
  readonly type: string
  /** Keys of annotations of the same document, or ids of annotations of another document of the same import. */
  readonly from: string
  readonly to: string
}

/** What a source knows of an article besides its text; `null` and absent where it says nothing. */
export type ForeignMetadata = {
  readonly title: string | null
  /** Who published it. */
  readonly source: string | null
  readonly author: string | null
  /** ISO 8601 date or time. */
  readonly date: string | null
  /** `http` or `https`. */
  readonly url: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl' | null
  readonly status: DocumentStatus | null
  readonly assignee: string | null
  readonly tags: readonly string[]
  /** Everything else that it says, by name. */
  readonly other: Readonly<Record<string, string>>
}

/** How the text of a document follows from its file. */
export type Decoding = {
  /** WHATWG label. */
  readonly encoding: string
  readonly byteOrderMark: boolean
  /** The first line that is not UTF-8, where the encoding was guessed because of it. */
  readonly notUtf8At?: number
}

export type ForeignDocument = {
  /** Where it is in its file, for reports: `line 3`; `null` where the file is one document. */
  readonly place: string | null
  /** A UUID of version 7 that is kept where it is free; `null` makes a new one. */
  readonly id: string | null
  readonly metadata: ForeignMetadata
  /** With the line ends of the source; without byte order mark. Offsets count in this text. */
  readonly text: string
  readonly decoding: Decoding
  readonly offsetUnit: OffsetUnit
  /**
   * How the source writes the text of a span: `exact`, or `spaced` with every white-space character of the text as one
   * space (brat).
   */
  readonly quoteForm: 'exact' | 'spaced'
  readonly annotations: readonly ForeignAnnotation[]
  readonly relations: readonly ForeignRelation[]
  /** What waited for review where a Verbatim dataset was made; absent for none. */
  readonly suggestions?: readonly Suggestion[]
  /** Kept as it is, in place of one made of the file (Verbatim's own datasets). */
  readonly provenance: Provenance | null
  /** Things of the document that could not be read. Annotations and relations count as read and refused. */
  readonly refused: readonly Remark[]
  /** Things that could be read, but not as they were. */
  readonly changed: readonly Remark[]
}

/** Annotations on a document that is not in the file: one of the project or of the same import. */
export type ForeignAnnotations = Pick<
  ForeignDocument,
  | 'place'
  | 'offsetUnit'
  | 'quoteForm'
  | 'annotations'
  | 'relations'
  | 'suggestions'
  | 'refused'
  | 'changed'
> & {
  /** What the file calls the document: an address, an id or a file name. */
  readonly target: string
}

/** What a file says of the labels of its annotations. Anything absent is chosen when it lands. */
export type ForeignTagSet = {
  readonly labels: readonly (Partial<Label> & Pick<Label, 'name'>)[]
  readonly relationTypes: readonly (Partial<RelationType> & Pick<RelationType, 'name'>)[]
  readonly speakers: readonly Speaker[]
  /** Name of the project that the file was made of. */
  readonly projectName: string | null
  /** What values of attributes are, where the file says so; by attribute name, for every label. */
  readonly attributeKinds: Readonly<Record<string, AttributeKind>>
}

/** What a format gives for a file, piece by piece and in the order of the file. */
export type Reading =
  | { readonly kind: 'tagSet'; readonly tagSet: ForeignTagSet }
  | { readonly kind: 'document'; readonly document: ForeignDocument }
  | { readonly kind: 'annotations'; readonly annotations: ForeignAnnotations }
  /** A part of the file, or all of it, that could not be read. */
  | { readonly kind: 'refused'; readonly remark: Remark }
  /** Something of the file that is different now, and belongs to no document. */
  | { readonly kind: 'changed'; readonly remark: Remark }
  /** How far reading has come, in bytes of the file. */
  | { readonly kind: 'progress'; readonly bytes: number }
