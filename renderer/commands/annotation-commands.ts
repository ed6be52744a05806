import { flushSync } from 'react-dom'

import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { remove } from './amending.ts'
import { nudge, type Edge, type Step } from './boundaries.ts'
import { withAnnotation, withDocument, type Command } from './command.ts'
import { cycleOverlap, stepAnnotation } from './navigation.ts'

/** What can be done to the annotation that is being worked on, and going from one to the next. */
export const annotationCommands: readonly Command[] = [
  goTo('nextAnnotation', 'Next annotation', ['j'], (session) => {
    stepAnnotation(session, 'next')
  }),
  goTo('previousAnnotation', 'Previous annotation', ['k'], (session) => {
    stepAnnotation(session, 'previous')
  }),
  goTo('nextOverlap', 'Next of overlapping annotations', ['o'], (session) => {
    cycleOverlap(session, 'next')
  }),
  goTo('previousOverlap', 'Previous of overlapping annotations', ['Shift+o'], (session) => {
    cycleOverlap(session, 'previous')
  }),
  boundary('startBack', 'Move start back', ['[Shift]+<'], 'start', 'back', 'grapheme'),
  boundary('startForward', 'Move start forward', ['[Shift]+>'], 'start', 'forward', 'grapheme'),
  boundary('endBack', 'Move end back', [','], 'end', 'back', 'grapheme'),
  boundary('endForward', 'Move end forward', ['.'], 'end', 'forward', 'grapheme'),
  boundary('startWordBack', 'Move start back a word', ['Alt+Shift+Comma'], 'start', 'back', 'word'),
  boundary(
    'startWordForward',
    'Move start forward a word',
    ['Alt+Shift+Period'],
    'start',
    'forward',
    'word',
  ),
  boundary('endWordBack', 'Move end back a word', ['Alt+Comma'], 'end', 'back', 'word'),
  boundary('endWordForward', 'Move end forward a word', ['Alt+Period'], 'end', 'forward', 'word'),
  {
    ...change('speaker', 'Write the speaker', ['s'], (session) => {
      focusField(session, '#annotation-speaker')
    }),
    words: 'name person source who said attribution',
  },
  {
    ...change('attributes', 'Fill in attributes', ['f'], (session) => {
      focusField(session, '[data-attribute-missing]', '[data-attribute]')
    }),
    words: 'certainty fields required missing',
  },
  {
    ...change('note', 'Write a note', ['n'], (session) => {
      focusField(session, '#annotation-note')
    }),
    words: 'comment remark',
  },
  {
    ...change('delete', 'Delete annotation', ['Delete', 'Backspace'], (session) => {
      const { chosenIds, currentId } = session.store.getState()
      if (chosenIds.length > 0) remove(session, chosenIds)
      else if (currentId !== null) remove(session, [currentId])
    }),
    words: 'remove untag clear',
  },
]

function goTo(id: string, title: string, keys: readonly string[], run: Command['run']): Command {
  return { id, title, group: 'goTo', keys, scope: 'article', possible: withDocument, run }
}

function change(id: string, title: string, keys: readonly string[], run: Command['run']): Command {
  return { id, title, group: 'annotation', keys, scope: 'article', possible: withAnnotation, run }
}

function boundary(
  id: string,
  title: string,
  keys: readonly string[],
  edge: Edge,
  direction: 'back' | 'forward',
  step: Step,
): Command {
  return change(id, title, keys, (session) => {
    nudge(session, edge, direction, step)
  })
}

/** The fields of the current annotation are in the Annotations panel; without one there is nothing to write to. */
function focusField(session: Session, selector: string, otherwise = selector): void {
  if (currentAnnotationOf(session.store.getState()) === null) {
    session.announce('No annotation is selected.')
    return
  }
  // The panel draws after the article; its fields must be there before the next key is pressed.
  flushSync(session.catchUp)
  const field =
    document.querySelector(`.current-annotation ${selector}`) ??
    document.querySelector(`.current-annotation ${otherwise}`)
  if (field instanceof HTMLElement) field.focus()
}
