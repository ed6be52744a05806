import { t } from '../../shared/language/translate.ts'
import { currentAnnotationOf } from '../store/selectors.ts'
import type { Aim, WorkbenchState } from '../store/state.ts'
import { withEditableProject, type Command } from './command.ts'
import { showSpeaker } from './speakers.ts'

/** What can be done with whoever speaks in the current annotation. */
export function speakerCommands(): readonly Command[] {
  return [
    {
      ...ofSpeaker('speakerDetails', t('commands:speaker.details.title'), 'Shift+p', null),
      words: t('commands:speaker.details.words'),
      possible: (state) => speakerHere(state) !== null,
    },
    {
      ...ofSpeaker('mergeSpeaker', t('commands:speaker.merge.title'), 'Shift+c', 'mergeSpeaker'),
      words: t('commands:speaker.merge.words'),
    },
    {
      ...ofSpeaker(
        'deleteSpeaker',
        t('commands:speaker.delete.title'),
        'Alt+Shift+Delete',
        'deleteSpeaker',
      ),
      words: t('commands:speaker.delete.words'),
    },
  ]
}

/** Shows the details of whoever speaks, with a question about them where `aim` is one. */
function ofSpeaker(id: string, title: string, key: string, aim: Aim | null): Command {
  return {
    id,
    title,
    group: 'annotation',
    keys: [key],
    scope: 'article',
    possible: (state) => withEditableProject(state) && speakerHere(state) !== null,
    run: (session) => {
      const speaker = speakerHere(session.store.getState())
      if (speaker === null) return
      showSpeaker(session, speaker)
      // Once the details are there: the keyboard is to be in the question.
      session.store.setState({ aim })
    },
  }
}

/** Of a chain, whoever spoke; `null` where nobody is named. */
function speakerHere(state: WorkbenchState): string | null {
  return currentAnnotationOf(state)?.attribution.at(-1) ?? null
}
