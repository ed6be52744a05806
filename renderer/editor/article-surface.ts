import { mergeRegister, registerEventListener } from 'lexical'

import type { Annotation } from '../../shared/model/annotation.ts'
import type { Label } from '../../shared/model/label.ts'
import type { DocumentView } from '../../shared/model/view.ts'
import type { Direction } from '../../shared/text/direction.ts'
import type { Selection } from '../../shared/text/selection.ts'
import type { Span, Spans } from '../../shared/text/span.ts'
import { sectionsFrom } from './article-layout.ts'
import type { ArticleView } from './article-view.ts'
import { buildArticleEditor } from './build-article-editor.ts'
import { createCurrentPainter } from './current-painter.ts'
import { createFoundPainter } from './found-painter.ts'
import { createHighlightPainter } from './highlight-painter.ts'
import { highlightRules } from './highlight-styles.ts'
import { createReadingPlace } from './reading-place.ts'
import { pointAt, reveal, scrollToTop, topOffset } from './scrolling.ts'
import { watchSections } from './visible-sections.ts'

export type ArticleListeners = {
  readonly selected: (selection: Selection) => void
  readonly focused: (focused: boolean) => void
  /** The first character in view may be another one. */
  readonly scrolled: () => void
  /** A press that began in the text was let go, wherever that is: what the pointer selects is selected. */
  readonly released: () => void
  /** Enter was pressed in the text, which stays as it is. */
  readonly entered: () => void
}

/**
 * An article on screen: Lexical shows it, highlights paint what is tagged in it. Everything is told in UTF-16 code
 * units of the stored text.
 */
export type ArticleSurface = {
  readonly view: ArticleView
  readonly open: (text: string, place: DocumentView | null) => void
  readonly paint: (annotations: readonly Annotation[], labels: readonly Label[]) => void
  /** The side that the text reads from. Where nobody chose it, paragraphs of a text from the left follow their own script. */
  readonly setDirection: (direction: Direction, isChosen: boolean) => void
  /** Marks what is worked on: the spans of one annotation or of several. */
  readonly markCurrent: (spans: readonly Span[]) => void
  readonly markProposed: (spans: Spans | null) => void
  readonly markHeld: (span: Span | null) => void
  readonly paintFound: (matches: readonly Span[]) => void
  readonly markFound: (match: Span | null) => void
  readonly select: (selection: Selection) => void
  readonly focus: () => void
  readonly reveal: (span: Span) => void
  /** Tells `selected` what is selected in the page now, which the browser reports only a moment later. */
  readonly syncSelection: () => void
  readonly top: () => number
  /** Changes the look of the text and keeps the line of `wanted` in place if it is in view, else the first line in view. */
  readonly keepPlace: (wanted: number | null, change: () => void) => void
  readonly dispose: () => void
}

export function createArticleSurface(
  root: HTMLElement,
  scroller: HTMLElement,
  listeners: ArticleListeners,
): ArticleSurface {
  const { editor, view } = buildArticleEditor()
  const painter = createHighlightPainter(view)
  const currentPainter = createCurrentPainter(view)
  const foundPainter = createFoundPainter(view)
  const readingPlace = createReadingPlace(view, scroller)
  const sheet = new CSSStyleSheet()
  let rules = ''
  let pressed = false
  let stopWatching = (): void => {}

  document.adoptedStyleSheets.push(sheet)
  editor.setRootElement(root)
  const stopListening = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) return
      const selection = view.selection()
      if (selection !== null) listeners.selected(selection)
    }),
    registerEventListener(root, 'mousedown', beginAnew),
    registerEventListener(root, 'pointerdown', () => {
      pressed = true
    }),
    registerEventListener(document, 'pointerup', ({ button }) => {
      const beganHere = pressed
      pressed = false
      if (beganHere && button === 0) listeners.released()
    }),
    registerEventListener(document, 'pointercancel', () => {
      pressed = false
    }),
    registerEventListener(root, 'keydown', (event) => {
      if (isPlainEnter(event)) listeners.entered()
    }),
    registerEventListener(root, 'focus', () => {
      // Given back by a dialog with a text field, the keyboard would come without its caret; a press sets a new one.
      const selection = view.selection()
      if (!pressed && selection !== null) view.select(selection)
      listeners.focused(true)
    }),
    registerEventListener(root, 'blur', () => {
      listeners.focused(false)
    }),
    registerEventListener(scroller, 'scroll', listeners.scrolled, { passive: true }),
  )

  function paint(annotations: readonly Annotation[], labels: readonly Label[]): void {
    painter.paint(annotations)
    const next = highlightRules(labels, painter.lanes())
    if (next === rules) return
    rules = next
    sheet.replaceSync(next)
  }

  function showSection(section: number): void {
    painter.show(section)
    currentPainter.show(section)
    foundPainter.show(section)
  }

  function hideSection(section: number): void {
    painter.hide(section)
    currentPainter.hide(section)
    foundPainter.hide(section)
  }

  return {
    view,
    paint,
    open: (text, place) => {
      stopWatching()
      readingPlace.forget()
      painter.reset()
      currentPainter.reset()
      foundPainter.reset()
      view.load(text)
      root.classList.toggle('hard-wrapped', view.layout().hardWrapped)
      stopWatching = watchSections(view, showSection, hideSection)
      const top = place?.top ?? 0
      scrollToTop(view, scroller, top)
      if (top > 0) readingPlace.hold(top)
      // The browser tells what is in view a frame later; here it is known already.
      for (const section of sectionsFrom(view.layout(), top)) showSection(section)
      if (place !== null) view.select(place)
    },
    setDirection: (direction, isChosen) => {
      root.dir = direction
      root.classList.toggle('of-one-direction', isChosen || direction === 'rtl')
    },
    markCurrent: currentPainter.mark,
    markProposed: (spans) => {
      painter.markProposed(spans ?? [])
    },
    markHeld: painter.markHeld,
    paintFound: foundPainter.paint,
    markFound: foundPainter.markCurrent,
    select: (selection) => {
      view.select(selection)
      root.focus({ preventScroll: true })
    },
    focus: () => {
      // A browser puts the caret at the start of an editable element that it focuses.
      const selection = view.selection()
      root.focus({ preventScroll: true })
      if (selection !== null) view.select(selection)
    },
    reveal: (span) => {
      reveal(view, scroller, span)
    },
    syncSelection: () => {
      const selection = shownSelection(view)
      if (selection !== null && document.activeElement === root) listeners.selected(selection)
    },
    top: () => topOffset(view, scroller),
    keepPlace: readingPlace.keep,
    dispose: () => {
      stopWatching()
      readingPlace.forget()
      stopListening()
      painter.reset()
      currentPainter.reset()
      foundPainter.reset()
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      editor.dispose()
    },
  }
}

function shownSelection(view: ArticleView): Selection | null {
  const selection = document.getSelection()
  if (!selection?.anchorNode || !selection.focusNode) return null
  const anchor = view.offsetOf({ node: selection.anchorNode, offset: selection.anchorOffset })
  const focus = view.offsetOf({ node: selection.focusNode, offset: selection.focusOffset })
  return anchor === null || focus === null ? null : { anchor, focus }
}

function isPlainEnter(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event
  return key === 'Enter' && !(altKey || ctrlKey || metaKey || shiftKey || isComposing)
}

/**
 * Pressing the mouse inside selected text would start to drag that text. What is tagged last stays selected, and
 * tagging something inside it is common, so the press begins a new selection instead.
 */
function beginAnew(event: MouseEvent): void {
  const selection = document.getSelection()
  const plain = event.button === 0 && event.detail === 1 && !event.shiftKey
  if (!plain || selection === null || selection.isCollapsed) return
  const point = pointAt(event.clientX, event.clientY)
  if (point !== null) selection.collapse(point.node, point.offset)
}
