import { t } from '../../shared/language/translate.ts'
import { activeLabels, type Label } from '../../shared/model/label.ts'
import type { Session } from '../store/session.ts'
import { relabel } from './amending.ts'
import { withDocument, withEditableDocument, type Command } from './command.ts'
import { pressOfLabel, stickyPresses, viewsOfTagging } from './label-keys.ts'
import { tagHits } from './tagging-hits.ts'
import { applyLabel, repeatTag, toggleSticky } from './tagging.ts'

/** Tagging by the labels of the project's own tag set. `others` are the commands that do not come from it. */
export function labelCommands(
  labels: readonly Label[],
  others: readonly Command[],
): readonly Command[] {
  const offered = activeLabels(labels)
  return [
    ...offered.map(tagCommand),
    {
      id: 'repeatTag',
      title: t('commands:label.repeat'),
      group: 'tag',
      keys: ['a'],
      scope: 'article',
      possible: withEditableDocument,
      run: repeatTag,
    },
    {
      id: 'stickyLast',
      title: t('commands:label.everyAsLast'),
      group: 'tag',
      keys: ['m'],
      scope: 'article',
      possible: withEditableDocument,
      run: (session) => {
        const { stickyLabel, lastTagged } = session.store.getState()
        const wanted = stickyLabel ?? lastTagged?.label ?? offered[0]?.id
        const label = offered.find(({ id }) => id === wanted)
        if (label !== undefined) toggleSticky(session, label)
      },
    },
    ...offered.map((label): Command => ({
      id: `sticky-${label.id}`,
      title: t('commands:label.every', { label: label.name }),
      group: 'tag',
      words: t('commands:label.everyWords'),
      keys: stickyPresses(label.key, others),
      scope: 'article',
      possible: withEditableDocument,
      run: (session) => {
        toggleSticky(session, label)
      },
    })),
  ]
}

/** The id of the command that tags with a label. */
export function labelCommandId(labelId: string): string {
  return `label-${labelId}`
}

function tagCommand(label: Label): Command {
  return {
    id: labelCommandId(label.id),
    title: t('commands:label.tag', { label: label.name }),
    group: 'tag',
    keys: label.key === null ? [] : [pressOfLabel(label.key)],
    scope: 'article',
    views: viewsOfTagging,
    possible: (state) => withDocument(state) || state.search.open,
    run: (session, target) => {
      if (session.store.getState().search.open) {
        void tagHits(session, label)
        return
      }
      // In the list of annotations a label key means the chosen ones, not the text selected earlier.
      if (target?.closest('.annotations-panel')) relabel(session, chosen(session), label)
      else applyLabel(session, label)
    },
  }
}

function chosen(session: Session): readonly string[] {
  const { chosenIds, currentId } = session.store.getState()
  return chosenIds.length > 0 ? chosenIds : currentId === null ? [] : [currentId]
}
