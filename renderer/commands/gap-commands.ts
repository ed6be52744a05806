import { t } from '../../shared/language/translate.ts'
import type { Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import { usualGaps } from '../relations/gaps.ts'
import type { RelationsView } from '../store/state.ts'
import { withProject, type Command } from './command.ts'
import { views } from './covering.ts'
import { focusOnceThere } from './focusing.ts'
import { showSidePanel } from './panels.ts'

/** Looking for what lacks a relation, by the project’s own relation types: claims nobody denies, denials without a claim. */
export function gapCommands(
  labels: readonly Label[],
  types: readonly RelationType[],
): readonly Command[] {
  const [first, second] = usualGaps(labels, types)
  return [
    ...(first === undefined ? [] : [gap('first', first.title, 'Alt+Shift+KeyU')]),
    ...(second === undefined ? [] : [gap('second', second.title, 'Alt+Shift+KeyO')]),
    ...(labels.length === 0 || types.length === 0
      ? []
      : [gap('own', t('commands:gaps.other'), 'Alt+Shift+KeyE')]),
  ]
}

function gap(shown: RelationsView, title: string, key: string): Command {
  return {
    id: `gap-${shown}`,
    title,
    words: t('commands:gaps.words'),
    group: 'relation',
    views,
    keys: [key],
    scope: 'window',
    possible: withProject,
    run: (session) => {
      session.store.setState({ relationsView: shown })
      focusOnceThere(
        showSidePanel(session, 'relations'),
        shown === 'own' ? '.gap-choice select' : '.relations-list [role="row"]',
      )
    },
  }
}
