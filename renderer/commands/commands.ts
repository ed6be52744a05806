import { flushSync } from 'react-dom'

import type { Label } from '../../shared/model/label.ts'
import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { nudge } from './boundaries.ts'
import { redo, undo } from './history.ts'
import { cycleOverlap, stepAnnotation } from './navigation.ts'
import { applyLabel, relabel, removeCurrent } from './tagging.ts'

/** An action with the keys that do it, in one list for the keyboard, the sheet of keys and tool tips. */
export type Command = {
  readonly id: string
  readonly title: string
  /** Key presses as tinykeys writes them: `KeyboardEvent.key` or `.code`, joined by `+`; `$mod` is Ctrl or Cmd. */
  readonly keys: readonly string[]
  /** The first key as people write it. */
  readonly hint: string
  /** Whether it also works while the keyboard is in a text field or outside the article. */
  readonly everywhere: boolean
  /** `target` is the element that had the keyboard. */
  readonly run: (session: Session, target: Element | null) => void
}

const articleCommands: readonly Command[] = [
  article('nextAnnotation', 'Next annotation', ['j'], 'J', (session) => {
    stepAnnotation(session, 'next')
  }),
  article('previousAnnotation', 'Previous annotation', ['k'], 'K', (session) => {
    stepAnnotation(session, 'previous')
  }),
  article('nextOverlap', 'Next of overlapping annotations', ['o'], 'O', cycleOverlap),
  article('startBack', 'Move start back', ['[Shift]+<'], '<', (session) => {
    nudge(session, 'start', 'back')
  }),
  article('startForward', 'Move start forward', ['[Shift]+>'], '>', (session) => {
    nudge(session, 'start', 'forward')
  }),
  article('endBack', 'Move end back', [','], ',', (session) => {
    nudge(session, 'end', 'back')
  }),
  article('endForward', 'Move end forward', ['.'], '.', (session) => {
    nudge(session, 'end', 'forward')
  }),
  article('speaker', 'Write the speaker', ['s'], 'S', (session) => {
    focusField(session, 'annotation-speaker')
  }),
  article('note', 'Write a note', ['n'], 'N', (session) => {
    focusField(session, 'annotation-note')
  }),
  article('delete', 'Delete annotation', ['Delete', 'Backspace'], 'Del', removeCurrent),
  article('keys', 'Show all keys', ['[Shift]+?'], '?', (session) => {
    session.store.setState({ dialog: 'keys' })
  }),
]

const historyCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    keys: ['$mod+z'],
    hint: 'Ctrl+Z',
    everywhere: true,
    run: undo,
  },
  {
    id: 'redo',
    title: 'Redo',
    keys: ['$mod+Shift+z', '$mod+y'],
    hint: 'Ctrl+Shift+Z',
    everywhere: true,
    run: redo,
  },
  {
    id: 'text',
    title: 'Go to the article text',
    keys: ['Escape'],
    hint: 'Esc',
    everywhere: true,
    run: (session) => {
      session.article()?.focus()
    },
  },
]

/** Every command with a key, for the project's own tag set. */
export function commandsFor(labels: readonly Label[]): readonly Command[] {
  const labelCommands = labels.flatMap((label) =>
    label.key === null
      ? []
      : article(
          `label-${label.id}`,
          `Tag ${label.name}`,
          [pressOf(label.key)],
          label.key,
          (session, target) => {
            // In the list of annotations a label key means the chosen one, not the text selected earlier.
            if (target?.closest('.annotations-panel')) relabel(session, label)
            else applyLabel(session, label)
          },
        ),
  )
  return [...labelCommands, ...articleCommands, ...historyCommands]
}

/** Where digits need Shift (a French keyboard), the key that bears one gives another character; its place is the same. */
function pressOf(key: string): string {
  return /^\d$/.test(key) ? `(${key}|Digit${key})` : key
}

function article(
  id: string,
  title: string,
  keys: readonly string[],
  hint: string,
  run: Command['run'],
): Command {
  return { id, title, keys, hint, everywhere: false, run }
}

/** The fields of the current annotation are in the Annotations panel; without one there is nothing to write to. */
function focusField(session: Session, id: string): void {
  if (currentAnnotationOf(session.store.getState()) === null) {
    session.announce('No annotation is selected.')
    return
  }
  // The panel draws after the article; its fields must be there before the next key is pressed.
  flushSync(session.catchUp)
  document.getElementById(id)?.focus()
}
