import type { Aim } from '../store/state.ts'
import { withEditableProject, type Command } from './command.ts'
import { openDialog } from './dialogs.ts'

/** Taking a label out of use: that of the current annotation, else the first one. Each is asked about in the tag set. */
export const tagSetCommands: readonly Command[] = [
  label('archiveLabel', 'Archive the label…', 'Shift+z', 'retire hide restore'),
  label('mergeLabel', 'Merge the label into another one…', 'Shift+m', 'combine join'),
  label('deleteLabel', 'Delete the label…', 'Shift+x', 'remove'),
]

function label(aim: Aim, title: string, key: string, words: string): Command {
  return {
    id: aim,
    title,
    words,
    group: 'project',
    keys: [key],
    scope: 'window',
    possible: withEditableProject,
    run: (session) => {
      openDialog(session, 'tagSet', aim)
    },
  }
}
