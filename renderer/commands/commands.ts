import type { TagSet } from '../../shared/model/tag-set.ts'
import type { Preferences } from '../../shared/preferences.ts'
import type { WorkbenchState } from '../store/state.ts'
import { annotationCommands } from './annotation-commands.ts'
import { appearanceCommands } from './appearance-commands.ts'
import { backupCommands } from './backups.ts'
import { firstComeKeys } from './changing-keys.ts'
import type { Command } from './command.ts'
import { copiesCommands } from './copies.ts'
import { isForView } from './covering.ts'
import { statusCommands } from './document-status.ts'
import { tableCommands } from './document-table.ts'
import { documentCommands } from './documents.ts'
import { findCommands } from './finding.ts'
import { gapCommands } from './gap-commands.ts'
import { labelCommands } from './label-commands.ts'
import { listCommands } from './list-commands.ts'
import { numbersCommands } from './numbers-commands.ts'
import { occurrenceCommands } from './occurrences.ts'
import { panelCommands } from './panels.ts'
import { programCommands } from './program-commands.ts'
import { projectCommands } from './project-commands.ts'
import { directionCommands } from './reading-direction.ts'
import { relationCommands } from './relation-commands.ts'
import { reviewCommands } from './review-commands.ts'
import { searchCommands } from './search-commands.ts'
import { selectionCommands } from './selecting.ts'
import { speakerCommands } from './speaker-commands.ts'
import { tagSetCommands } from './tag-set-commands.ts'

const noTagSet: TagSet = { labels: [], relationTypes: [] }

/** Every command there is, for the project's own tag set, with the keys that somebody chose in place of the usual ones. */
export function commandsFor(tagSet: TagSet, keys: Preferences['keys']): readonly Command[] {
  return firstComeKeys(
    usualCommands(tagSet).map((command) => ({
      ...command,
      keys: keys[command.id] ?? command.keys,
    })),
  )
}

/** The same with the keys that they come with. */
export function usualCommands({ labels, relationTypes }: TagSet): readonly Command[] {
  const others = [
    ...occurrenceCommands(),
    ...selectionCommands(),
    ...annotationCommands(),
    ...speakerCommands(),
    ...relationCommands(),
    ...gapCommands(labels, relationTypes),
    ...reviewCommands(),
    ...findCommands(),
    ...searchCommands(),
    ...copiesCommands(),
    ...panelCommands(),
    ...numbersCommands(),
    ...listCommands(),
    ...appearanceCommands(),
    ...statusCommands(),
    ...documentCommands(),
    ...tableCommands(),
    ...directionCommands(),
    ...tagSetCommands(),
    ...projectCommands(),
    ...backupCommands(),
    ...programCommands(),
  ]
  return [...labelCommands(labels, others), ...others].map(keptToItsViews)
}

/** What is covered is not acted on unseen. */
function keptToItsViews(command: Command): Command {
  return {
    ...command,
    possible: (state) => isForView(command, state) && (command.possible?.(state) ?? true),
  }
}

/** The commands of a page as it is now. The list is made anew only where tag set, keys or language have become others. */
export function commandsOf({ project, preferences, language }: WorkbenchState): readonly Command[] {
  const of = [project?.labels, project?.relationTypes, preferences?.keys, language]
  if (made === null || of.some((part, index) => part !== made?.of[index])) {
    made = { of, list: commandsFor(project ?? noTagSet, preferences?.keys ?? {}) }
  }
  return made.list
}

let made: { readonly of: readonly unknown[]; readonly list: readonly Command[] } | null = null
