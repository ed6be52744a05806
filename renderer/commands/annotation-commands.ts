import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { remove } from './amending.ts'
import { nudge, type Edge, type Step } from './boundaries.ts'
import { withAnnotation, withDocument, type Command } from './command.ts'
import { cycleOverlap, stepAnnotation } from './navigation.ts'

/** What can be done to the annotation that is being worked on, and going from one to the next. */
export function annotationCommands(): readonly Command[] {
  return [
    goTo('nextAnnotation', t('commands:annotation.next'), ['j'], (session) => {
      stepAnnotation(session, 'next')
    }),
    goTo('previousAnnotation', t('commands:annotation.previous'), ['k'], (session) => {
      stepAnnotation(session, 'previous')
    }),
    goTo('nextOverlap', t('commands:annotation.nextOverlap'), ['o'], (session) => {
      cycleOverlap(session, 'next')
    }),
    goTo('previousOverlap', t('commands:annotation.previousOverlap'), ['Shift+o'], (session) => {
      cycleOverlap(session, 'previous')
    }),
    boundary('startBack', ['[Shift]+<'], 'start', 'back', 'grapheme'),
    boundary('startForward', ['[Shift]+>'], 'start', 'forward', 'grapheme'),
    boundary('endBack', [','], 'end', 'back', 'grapheme'),
    boundary('endForward', ['.'], 'end', 'forward', 'grapheme'),
    boundary('startWordBack', ['Alt+Shift+Comma'], 'start', 'back', 'word'),
    boundary('startWordForward', ['Alt+Shift+Period'], 'start', 'forward', 'word'),
    boundary('endWordBack', ['Alt+Comma'], 'end', 'back', 'word'),
    boundary('endWordForward', ['Alt+Period'], 'end', 'forward', 'word'),
    {
      ...change('speaker', t('commands:annotation.speaker.title'), ['s'], (session) => {
        focusField(session, '#annotation-speaker')
      }),
      words: t('commands:annotation.speaker.words'),
    },
    {
      ...change('attributes', t('commands:annotation.attributes.title'), ['f'], (session) => {
        focusField(session, '[data-attribute-missing]', '[data-attribute]')
      }),
      words: t('commands:annotation.attributes.words'),
    },
    {
      ...change('note', t('commands:annotation.note.title'), ['n'], (session) => {
        focusField(session, '#annotation-note')
      }),
      words: t('commands:annotation.note.words'),
    },
    {
      ...change(
        'delete',
        t('commands:annotation.delete.title'),
        ['Delete', 'Backspace'],
        (session) => {
          const { chosenIds, currentId } = session.store.getState()
          if (chosenIds.length > 0) remove(session, chosenIds)
          else if (currentId !== null) remove(session, [currentId])
        },
      ),
      words: t('commands:annotation.delete.words'),
    },
  ]
}

function goTo(id: string, title: string, keys: readonly string[], run: Command['run']): Command {
  return { id, title, group: 'goTo', keys, scope: 'article', possible: withDocument, run }
}

function change(id: string, title: string, keys: readonly string[], run: Command['run']): Command {
  return { id, title, group: 'annotation', keys, scope: 'article', possible: withAnnotation, run }
}

function boundary(
  id: `${Edge}${'Word' | ''}${'Back' | 'Forward'}`,
  keys: readonly string[],
  edge: Edge,
  direction: 'back' | 'forward',
  step: Step,
): Command {
  return change(id, t(`commands:annotation.${id}`), keys, (session) => {
    nudge(session, edge, direction, step)
  })
}

/** The fields of the current annotation are in the Annotations panel; without one there is nothing to write to. */
function focusField(session: Session, selector: string, otherwise = selector): void {
  if (currentAnnotationOf(session.store.getState()) === null) {
    session.announce(t('commands:annotation.noneSelected'))
    return
  }
  // The panel draws after the article; its fields must be there before the next key is pressed.
  flushSync(session.catchUp)
  const field =
    document.querySelector(`.current-annotation ${selector}`) ??
    document.querySelector(`.current-annotation ${otherwise}`)
  if (field instanceof HTMLElement) field.focus()
}
