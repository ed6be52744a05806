import { useEffect, useRef, useState } from 'react'

import { t } from '../../shared/language/translate.ts'
import type { DocumentView } from '../../shared/model/view.ts'
import { directionOf } from '../../shared/text/direction.ts'
import { spanOfSelection } from '../../shared/text/selection.ts'
import { extentOf } from '../../shared/text/span.ts'
import { followSelection } from '../commands/navigation.ts'
import { saveView } from '../commands/projects.ts'
import { applySticky, confirmSticky } from '../commands/tagging.ts'
import { currentFoundOf, foundSpansOf } from '../search/search-state.ts'
import { currentAnnotationOf, currentSuggestionOf, markedSpansOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { useSession } from '../store/use-session.ts'
import { createArticleSurface, type ArticleSurface } from './article-surface.ts'
import { BoundaryHandles } from './boundary-handles.tsx'
import { RelationArcs } from './relations/relation-arcs.tsx'
import { RelationKnob } from './relations/relation-knob.tsx'

/** Milliseconds of rest before the place in a document is kept. */
const viewDelay = 300

/** The text of the open document: the one place where it is read and tagged. */
export function ArticleEditor() {
  const session = useSession()
  const scroller = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const [surface, setSurface] = useState<ArticleSurface | null>(null)

  useEffect(() => {
    if (root.current === null || scroller.current === null) return undefined
    const keepView = createViewKeeper(session)
    const made = createArticleSurface(root.current, scroller.current, {
      selected: (selection) => {
        followSelection(session, selection)
        keepView.later(made)
      },
      focused: (articleFocused) => {
        session.store.setState({ articleFocused })
      },
      scrolled: () => {
        keepView.later(made)
      },
      released: () => {
        made.syncSelection()
        applySticky(session)
      },
      entered: () => {
        made.syncSelection()
        confirmSticky(session)
      },
    })
    session.attachArticle({
      reveal: made.reveal,
      focus: made.focus,
      select: made.select,
      syncSelection: made.syncSelection,
      keepPlace: (change) => {
        const current = currentAnnotationOf(session.store.getState())
        made.keepPlace(current === null ? null : extentOf(current.spans).start, change)
      },
      finishView: () => {
        keepView.now(made)
        // Where the window is drawn anew, it begins at the same place.
        session.store.setState((state) =>
          state.document === null
            ? {}
            : { document: { ...state.document, view: viewOf(state, made) } },
        )
      },
    })
    show(made, session.store.getState(), null)
    const unsubscribe = session.store.subscribe((state, previous) => {
      if (state.document?.document.id !== previous.document?.document.id) keepView.forget()
      show(made, state, previous)
    })
    setSurface(made)
    return () => {
      keepView.now(made)
      unsubscribe()
      session.attachArticle(null)
      made.dispose()
    }
  }, [session])

  return (
    <div className="article-scroller" ref={scroller}>
      <div className="article-page">
        <div
          aria-label={t('editor:articleText')}
          aria-multiline="true"
          aria-readonly="true"
          className="article-text"
          contentEditable
          ref={root}
          role="textbox"
          spellCheck={false}
          suppressContentEditableWarning
          tabIndex={0}
        />
        {surface === null ? null : <BoundaryHandles surface={surface} />}
        {surface === null ? null : <RelationKnob surface={surface} />}
        {surface === null ? null : <RelationArcs surface={surface} />}
      </div>
    </div>
  )
}

/** Brings the surface in line with the state; only what differs from `previous` is touched. */
function show(
  surface: ArticleSurface,
  state: WorkbenchState,
  previous: WorkbenchState | null,
): void {
  const { document, project } = state
  const sameText =
    document?.document.id === previous?.document?.document.id &&
    document?.text === previous?.document?.text
  if (!sameText || previous === null) surface.open(document?.text ?? '', document?.view ?? null)
  if (!sameText || document?.document !== previous?.document?.document) {
    const chosen = document?.document.direction ?? null
    const detected = directionOf(document?.text ?? '', document?.document.language ?? null)
    surface.setDirection(chosen ?? detected, chosen !== null)
  }
  if (
    !sameText ||
    document?.annotations !== previous?.document?.annotations ||
    project?.labels !== previous?.project?.labels
  ) {
    surface.paint(document?.annotations ?? [], project?.labels ?? [])
  }
  if (!sameText || previous === null || !marksSame(state, previous)) {
    surface.markCurrent(markedSpansOf(state))
  }
  const proposal = currentSuggestionOf(state)?.proposal ?? null
  const before = previous === null ? null : (currentSuggestionOf(previous)?.proposal ?? null)
  if (!sameText || proposal !== before) surface.markProposed(proposal)
  const matches = foundSpansOf(state)
  if (previous === null || matches !== foundSpansOf(previous)) surface.paintFound(matches)
  const match = currentFoundOf(state)
  if (previous === null || match !== currentFoundOf(previous)) surface.markFound(match)
  if (state.articleFocused !== previous?.articleFocused || state.selection !== previous.selection) {
    const held = document !== null && state.selection !== null && !state.articleFocused
    surface.markHeld(held ? spanOfSelection(document.text, state.selection) : null)
  }
}

/** Whether the same is marked as what is worked on. */
function marksSame(state: WorkbenchState, previous: WorkbenchState): boolean {
  if (state.chosenIds.length === 0 && previous.chosenIds.length === 0) {
    return currentAnnotationOf(state) === currentAnnotationOf(previous)
  }
  return (
    state.chosenIds === previous.chosenIds &&
    state.document?.annotations === previous.document?.annotations
  )
}

/** The reader's place in the open document. */
function viewOf({ selection, currentId }: WorkbenchState, surface: ArticleSurface): DocumentView {
  return {
    anchor: selection?.anchor ?? 0,
    focus: selection?.focus ?? 0,
    top: surface.top(),
    annotationId: currentId,
  }
}

/** Keeps the reader's place with the project, at rest and before the document is left. */
function createViewKeeper(session: Session) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = (surface: ArticleSurface): void => {
    clearTimeout(timer)
    const state = session.store.getState()
    const { document, project } = state
    if (document === null || project === null || project.readOnly !== null) return
    saveView(session, document.document.id, viewOf(state, surface))
  }
  return {
    now,
    later: (surface: ArticleSurface) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        now(surface)
      }, viewDelay)
    },
    forget: () => {
      clearTimeout(timer)
    },
  }
}
