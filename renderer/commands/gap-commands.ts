import type { Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import { usualGaps } from '../relations/gaps.ts'
import { withProject, type Command } from './command.ts'
import { focusOnceThere } from './focusing.ts'
import { showSidePanel } from './panels.ts'

const lists = [
  { view: 'first', key: 'Alt+Shift+KeyU' },
  { view: 'second', key: 'Alt+Shift+KeyO' },
] as const

/** Looking for what lacks a relation, by the project’s own relation types: claims nobody denies, denials without a claim. */
export function gapCommands(
  labels: readonly Label[],
  types: readonly RelationType[],
): readonly Command[] {
  const gaps = usualGaps(labels, types)
  return lists.flatMap(({ view, key }, index): readonly Command[] => {
    const gap = gaps[index]
    if (gap === undefined) return []
    return [
      {
        id: `gap-${view}`,
        title: gap.title,
        words: 'unanswered missing lacking open gaps list',
        group: 'Relation',
        keys: [key],
        scope: 'window',
        possible: withProject,
        run: (session) => {
          session.store.setState({ relationsView: view })
          focusOnceThere(showSidePanel(session, 'relations'), '.relations-list [role="row"]')
        },
      },
    ]
  })
}
