import { t } from '../../shared/language/translate.ts'
import { withAnnotation, withDocument, type Command } from './command.ts'
import { followBack, goToRelated } from './following.ts'
import { startPicking } from './picking.ts'

/** Making relations between annotations and following them. */
export function relationCommands(): readonly Command[] {
  return [
    {
      id: 'relate',
      title: t('commands:relation.relate.title'),
      words: t('commands:relation.relate.words'),
      group: 'relation',
      keys: ['r'],
      scope: 'article',
      possible: withAnnotation,
      run: (session) => {
        session.store.setState({ dialog: 'relation', relating: null })
      },
    },
    {
      id: 'pickTarget',
      title: t('commands:relation.pick'),
      group: 'relation',
      keys: ['Shift+r'],
      scope: 'article',
      possible: withAnnotation,
      run: startPicking,
    },
    {
      id: 'related',
      title: t('commands:relation.goTo.title'),
      words: t('commands:relation.goTo.words'),
      group: 'relation',
      keys: ['g'],
      scope: 'article',
      possible: (state) => state.currentId !== null && withDocument(state),
      run: (session) => void goToRelated(session),
    },
    {
      id: 'relatedBack',
      title: t('commands:relation.goBack'),
      group: 'relation',
      keys: ['Shift+g'],
      scope: 'article',
      possible: ({ trail }) => trail !== null,
      run: (session) => void followBack(session),
    },
  ]
}
