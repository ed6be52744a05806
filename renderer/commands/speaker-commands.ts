import { currentAnnotationOf } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import type { Command } from './command.ts'
import { showSpeaker } from './speakers.ts'

/** What can be done with whoever speaks in the current annotation. */
export const speakerCommands: readonly Command[] = [
  {
    id: 'speakerDetails',
    title: 'Details of the speaker…',
    words: 'person name role organisation aliases other names',
    group: 'Annotation',
    keys: ['Shift+p'],
    scope: 'article',
    possible: (state) => speakerHere(state) !== null,
    run: (session) => {
      show(session)
    },
  },
  {
    id: 'mergeSpeaker',
    title: 'Merge the speaker into another one…',
    words: 'person same combine join',
    group: 'Annotation',
    keys: ['Shift+c'],
    scope: 'article',
    possible: (state) => state.project?.readOnly === null && speakerHere(state) !== null,
    run: (session) => {
      show(session)
      // Once the details are there: the keyboard is to be in the question.
      session.store.setState({ aim: 'mergeSpeaker' })
    },
  },
]

function show(session: Session): void {
  const id = speakerHere(session.store.getState())
  if (id !== null) showSpeaker(session, id)
}

/** Of a chain, whoever spoke; `null` where nobody is named. */
function speakerHere(state: WorkbenchState): string | null {
  return currentAnnotationOf(state)?.attribution.at(-1) ?? null
}
