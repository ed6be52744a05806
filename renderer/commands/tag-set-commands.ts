import { t } from '../../shared/language/translate.ts'
import { withEditableProject, type Command } from './command.ts'
import { openDialog } from './dialogs.ts'

/** Taking a label out of use: that of the current annotation, else the first one. Each is asked about in the tag set. */
export function tagSetCommands(): readonly Command[] {
  return [
    label('archiveLabel', 'Shift+z'),
    label('mergeLabel', 'Shift+m'),
    label('deleteLabel', 'Shift+x'),
  ]
}

function label(aim: 'archiveLabel' | 'mergeLabel' | 'deleteLabel', key: string): Command {
  return {
    id: aim,
    title: t(`commands:tagSet.${aim}.title`),
    words: t(`commands:tagSet.${aim}.words`),
    group: 'project',
    views: ['desk'],
    keys: [key],
    scope: 'window',
    possible: withEditableProject,
    run: (session) => {
      openDialog(session, 'tagSet', aim)
    },
  }
}
