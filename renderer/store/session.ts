import type { StoreApi } from 'zustand/vanilla'

import type { Bridge, CallArguments, CallName, CallValue } from '../../shared/contract.ts'
import type { Change } from '../../shared/model/change.ts'
import type { ToldCommit } from '../../shared/model/journal.ts'
import type { Failure } from '../../shared/result.ts'
import type { Selection } from '../../shared/text/selection.ts'
import type { Span } from '../../shared/text/span.ts'
import type { Follower } from './after-paint.ts'
import type { Outbox } from './outbox.ts'
import type { WorkbenchState } from './state.ts'

/** Id of the journal entry to be, and who acts: what calls that act on the whole project are given. */
type Act = { readonly id: string; readonly annotator: string }

/** What commands may ask of the article on screen. */
export type ArticleControls = {
  readonly reveal: (span: Span) => void
  readonly focus: () => void
  readonly select: (selection: Selection) => void
  /** Takes the selection from the page at once: keys can come faster than the browser reports it. */
  readonly syncSelection: () => void
  /** Makes a change to the look of the text; what is read stays where it is in the window. */
  readonly keepPlace: (change: () => void) => void
  /** Keeps the reader's place at once: the document is about to be left. */
  readonly finishView: () => void
}

/** One page's work on one project: what is on screen, the way to the workbench, and what is on its way there. */
export type Session = {
  readonly store: StoreApi<WorkbenchState>
  /** The state as it was when the article was last painted: for lists and fields beside it. */
  readonly painted: Follower<WorkbenchState>['stores']
  /** Brings `painted` up to date before the next frame. */
  readonly catchUp: () => void
  readonly outbox: Outbox
  /** Changes that are on screen and, as far as is known, in no file yet, the oldest first. The act `saved` is known to be. */
  readonly unsaved: (saved?: string | null) => readonly Change[]
  /** Calls the workbench; a failure is shown and gives `null`. */
  readonly ask: <Name extends CallName>(
    name: Name,
    args: CallArguments<Name>,
  ) => Promise<CallValue<Name> | null>
  readonly bridge: Bridge
  /**
   * Has the workbench act on the whole project, after everything that this page did before it. What comes of it is on
   * screen when the promise is kept; false where it failed, which is shown, or where it changed nothing.
   */
  readonly act: (call: (act: Act) => Promise<ToldCommit | null>) => Promise<boolean>
  /** Makes changes on screen at once and sends them to the project file as one act. False where the project can only be read. */
  readonly record: (summary: string, changes: readonly Change[]) => boolean
  /** Applies an act committed elsewhere, or by undo; one that this page made already is passed over. */
  readonly receive: (commit: ToldCommit) => void
  /** All lists were read again: what was to be heard meanwhile is in them. */
  readonly noteResynchronized: () => void
  readonly tell: (kind: 'done' | 'failure', message: string, remedy?: string) => void
  readonly tellFailure: (failure: Failure) => void
  readonly announce: (words: string) => void
  /** Fields with typed text that is not recorded yet; called before closing. */
  readonly pendingEdits: Set<() => void>
  /** The article on screen; `null` where there is none. */
  readonly article: () => ArticleControls | null
  readonly attachArticle: (controls: ArticleControls | null) => void
}
