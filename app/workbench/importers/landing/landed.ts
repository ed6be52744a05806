import type { Remark } from '../../../../shared/exchange/remark.ts'
import type { Annotation } from '../../../../shared/model/annotation.ts'
import type { Document } from '../../../../shared/model/document.ts'
import type { Relation } from '../../../../shared/model/relation.ts'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'

/** What became of one thing that was read. */
export type Told = Remark & { readonly outcome: 'refused' | 'changed' | 'review' }

/**
 * A document ready to be stored, but for its labels, attributes and relation types: these still have the names that
 * their files give them, until all of an import is read and it is known what each becomes.
 */
export type Landed = {
  /** `null` where the document is in the project already. */
  readonly document: Document | null
  /** The text of `document`; empty where that is `null`. */
  readonly text: string
  readonly annotations: readonly Annotation[]
  readonly relations: readonly Relation[]
  /** What was read as suggestions. */
  readonly suggestions: readonly Suggestion[]
  /** What was read as something else and could not be proved: it waits for review, and counts as refused. */
  readonly waiting: readonly Suggestion[]
}

export type LandedWithReport = {
  /** `null` where the document was refused. */
  readonly landed: Landed | null
  readonly told: readonly Told[]
  readonly counts: {
    /** 0 where annotations land on a document that is there already. */
    readonly documents: number
    readonly annotations: number
    readonly relations: number
    readonly suggestions: number
  }
}
