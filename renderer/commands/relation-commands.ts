import { withAnnotation, withDocument, type Command } from './command.ts'
import { followBack, goToRelated } from './following.ts'
import { startPicking } from './picking.ts'

/** Making relations between annotations and following them. */
export const relationCommands: readonly Command[] = [
  {
    id: 'relate',
    title: 'Relate to…',
    words: 'link connect denies supports relation',
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
    title: 'Pick the target in the text',
    group: 'relation',
    keys: ['Shift+r'],
    scope: 'article',
    possible: withAnnotation,
    run: startPicking,
  },
  {
    id: 'related',
    title: 'Go to the related annotation',
    words: 'follow link relation',
    group: 'relation',
    keys: ['g'],
    scope: 'article',
    possible: (state) => state.currentId !== null && withDocument(state),
    run: (session) => void goToRelated(session),
  },
  {
    id: 'relatedBack',
    title: 'Go back from the related annotation',
    group: 'relation',
    keys: ['Shift+g'],
    scope: 'article',
    possible: ({ trail }) => trail !== null,
    run: (session) => void followBack(session),
  },
]
