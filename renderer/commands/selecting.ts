import { t } from '../../shared/language/translate.ts'
import { untaggedQuotation } from '../../shared/model/untagged-quotation.ts'
import {
  expandSelection,
  quotationAround,
  shrinkSelection,
  wholeUnits,
} from '../../shared/text/expand.ts'
import { graphemeCeiling, graphemeFloor } from '../../shared/text/grapheme.ts'
import { paragraphAround } from '../../shared/text/paragraphs.ts'
import type { Selection } from '../../shared/text/selection.ts'
import { sentenceAround } from '../../shared/text/sentences.ts'
import type { Span } from '../../shared/text/span.ts'
import { wordAround } from '../../shared/text/words.ts'
import type { Session } from '../store/session.ts'
import { withDocument, type Command } from './command.ts'

/** Selecting by what the text is made of, instead of by letters. */
export function selectionCommands(): readonly Command[] {
  return [
    select('expandSelection', t('commands:selecting.expand'), ['e'], expand),
    select('shrinkSelection', t('commands:selecting.shrink'), ['Shift+e'], shrink),
    selectUnit('selectWord', ['w'], 'word', ({ text, span, language }) =>
      wholeUnits(text, span, (offset) => wordAround(text, offset, language)),
    ),
    selectUnit('selectSentence', ['t'], 'sentence', (place) =>
      wholeUnits(place.text, place.span, (offset) =>
        sentenceAround(place.text, offset, place.language),
      ),
    ),
    selectUnit('selectQuotation', ['q'], 'quotation', ({ text, span }) =>
      quotationAround(text, span),
    ),
    selectUnit('selectParagraph', ['p'], 'paragraph', ({ text, span }) =>
      wholeUnits(text, span, (offset) => paragraphAround(text, offset)),
    ),
    select('nextUntagged', t('commands:selecting.nextUntagged'), ['u'], (session) => {
      stepUntagged(session, 'next')
    }),
    select('previousUntagged', t('commands:selecting.previousUntagged'), ['Shift+u'], (session) => {
      stepUntagged(session, 'previous')
    }),
  ]
}

/** A selection in the open document, with what it takes to find the units around it. */
type Place = {
  readonly documentId: string
  readonly text: string
  readonly language: string | null
  readonly selection: Selection
  readonly span: Span
}

/** One expansion: what was selected before it and what after it. */
type Step = { readonly documentId: string; readonly before: Selection; readonly after: Selection }

const history = new WeakMap<Session, readonly Step[]>()

/** Selects the next larger unit around the selection. */
function expand(session: Session): void {
  const place = placeOf(session)
  if (place === null) return
  const next = expandSelection(place.text, place.span, place.language)
  if (next === null) {
    session.announce(t('commands:selecting.whole'))
    return
  }
  const { documentId, selection } = place
  const after = { anchor: next.start, focus: next.end }
  history.set(session, [...stepsTo(session, place), { documentId, before: selection, after }])
  selectSpan(session, place, next)
}

/** Goes back to what was selected before the last expansion; without one, to the next smaller unit where the selection began. */
function shrink(session: Session): void {
  const place = placeOf(session)
  if (place === null) return
  const { text, span, selection, language } = place
  const steps = stepsTo(session, place)
  const last = steps.at(-1)
  history.set(session, steps.slice(0, -1))
  const smaller = shrinkSelection(text, span, selection.anchor, language)
  const { anchor } = selection
  const next =
    last?.before ??
    (smaller === null ? { anchor, focus: anchor } : { anchor: smaller.start, focus: smaller.end })
  session.article()?.select(next)
  announceSelected(session, text, spanOf(next))
}

/** The expansions that led to what is selected now; none where something else was selected since. */
function stepsTo(session: Session, { documentId, selection }: Place): readonly Step[] {
  const steps = history.get(session) ?? []
  const last = steps.at(-1)
  const same =
    last?.documentId === documentId &&
    last.after.anchor === selection.anchor &&
    last.after.focus === selection.focus
  return same ? steps : []
}

function stepUntagged(session: Session, direction: 'next' | 'previous'): void {
  const place = placeOf(session)
  const annotations = session.store.getState().document?.annotations ?? []
  if (place === null) return
  const found = untaggedQuotation(place.text, annotations, place.selection, direction)
  if (found === null) {
    session.announce(
      direction === 'next' ? t('commands:selecting.noneAfter') : t('commands:selecting.noneBefore'),
    )
    return
  }
  selectSpan(session, place, found)
  session.article()?.reveal(found)
}

function selectUnit(
  id: string,
  keys: readonly string[],
  unit: 'word' | 'sentence' | 'quotation' | 'paragraph',
  find: (place: Place) => Span | null,
): Command {
  return select(id, t(`commands:selecting.select.${unit}`), keys, (session) => {
    const place = placeOf(session)
    if (place === null) return
    const found = find(place)
    if (found === null) session.announce(t(`commands:selecting.none.${unit}`))
    else selectSpan(session, place, found)
  })
}

function select(id: string, title: string, keys: readonly string[], run: Command['run']): Command {
  return { id, title, group: 'select', keys, scope: 'article', possible: withDocument, run }
}

function placeOf(session: Session): Place | null {
  const { document, selection: selected } = session.store.getState()
  if (document === null) return null
  const selection = selected ?? { anchor: 0, focus: 0 }
  const { id, language } = document.document
  return { documentId: id, text: document.text, language, selection, span: spanOf(selection) }
}

function spanOf({ anchor, focus }: Selection): Span {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

function selectSpan(session: Session, { text }: Place, span: Span): void {
  session.article()?.select({ anchor: span.start, focus: span.end })
  announceSelected(session, text, span)
}

/** A selection that a program made is not read out by itself. */
function announceSelected(session: Session, text: string, { start, end }: Span): void {
  session.announce(
    start === end
      ? t('commands:selecting.nothing')
      : t('commands:selecting.selected', { words: shortened(text.slice(start, end)) }),
  )
}

/** The beginning and the end of long words. */
function shortened(words: string): string {
  if (words.length <= 160) return words
  const beginning = words.slice(0, graphemeFloor(words, 90)).trim()
  return `${beginning} … ${words.slice(graphemeCeiling(words, words.length - 50)).trim()}`
}
