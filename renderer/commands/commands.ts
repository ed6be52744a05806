import type { Label } from '../../shared/model/label.ts'
import type { Preferences } from '../../shared/preferences.ts'
import type { WorkbenchState } from '../store/state.ts'
import { annotationCommands } from './annotation-commands.ts'
import { firstComeKeys } from './changing-keys.ts'
import type { Command } from './command.ts'
import { statusCommands } from './document-status.ts'
import { documentCommands } from './documents.ts'
import { findCommands } from './finding.ts'
import { labelCommands } from './label-commands.ts'
import { occurrenceCommands } from './occurrences.ts'
import { panelCommands } from './panels.ts'
import { appearanceCommands } from './preferences.ts'
import { projectCommands } from './project-commands.ts'
import { directionCommands } from './reading-direction.ts'
import { relationCommands } from './relation-commands.ts'
import { reviewCommands } from './review-commands.ts'
import { selectionCommands } from './selecting.ts'

/** Every command there is, for the project's own tag set, with the keys that somebody chose in place of the usual ones. */
export function commandsFor(
  labels: readonly Label[],
  keys: Preferences['keys'],
): readonly Command[] {
  return firstComeKeys(
    usualCommands(labels).map((command) => ({
      ...command,
      keys: keys[command.id] ?? command.keys,
    })),
  )
}

/** The same with the keys that they come with. */
export function usualCommands(labels: readonly Label[]): readonly Command[] {
  return [
    ...labelCommands(labels),
    ...occurrenceCommands,
    ...selectionCommands,
    ...annotationCommands,
    ...relationCommands,
    ...reviewCommands,
    ...findCommands,
    ...panelCommands,
    ...appearanceCommands,
    ...statusCommands,
    ...documentCommands,
    ...directionCommands,
    ...projectCommands,
  ]
}

/** What `commandsFor` takes, from the state. */
export function commandsOf({ project, preferences }: WorkbenchState): readonly Command[] {
  return commandsFor(project?.labels ?? [], preferences?.keys ?? {})
}
