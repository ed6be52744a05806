import { t } from '../../shared/language/translate.ts'
import type { WorkbenchState } from '../store/state.ts'
import { checkProject } from './checking.ts'
import { withEditableProject, withProject, type Command } from './command.ts'
import { openDialog } from './dialogs.ts'
import { focusOnceThere } from './focusing.ts'
import { redo, undo } from './history.ts'
import { showSidePanel } from './panels.ts'
import { chooseProject, closeProject, openForChanges } from './projects.ts'

/** What is done to the project as a whole, and the dialogs of the window. */
export function projectCommands(): readonly Command[] {
  return [
    {
      id: 'undo',
      title: t('commands:project.undo.title'),
      words: t('commands:project.undo.words'),
      group: 'project',
      keys: ['$mod+z'],
      scope: 'window',
      possible: withEditableProject,
      run: undo,
    },
    {
      id: 'redo',
      title: t('commands:project.redo.title'),
      words: t('commands:project.redo.words'),
      group: 'project',
      keys: ['$mod+Shift+z', '$mod+y'],
      scope: 'window',
      possible: withEditableProject,
      run: redo,
    },
    {
      id: 'goBackInHistory',
      title: t('commands:project.goBack.title'),
      words: t('commands:project.goBack.words'),
      group: 'project',
      keys: ['Shift+h'],
      scope: 'window',
      possible: withEditableProject,
      run: (session) => {
        // The newest entry is how things are; the first way back is that of the one before it.
        focusOnceThere(showSidePanel(session, 'history'), 'button')
      },
    },
    dialog('palette', '$mod+k', 'palette', { title: t('commands:project.palette'), group: 'show' }),
    dialog('keys', '[Shift]+?', 'keys', {
      title: t('commands:project.keys.title'),
      words: t('commands:project.keys.words'),
      group: 'show',
      scope: 'window',
    }),
    dialog('preferences', '$mod+Comma', 'preferences', {
      title: t('commands:project.settings.title'),
      words: t('commands:project.settings.words'),
      group: 'show',
    }),
    dialog('tagSet', 'Alt+KeyT', 'tagSet', {
      title: t('commands:project.tagSet.title'),
      words: t('commands:project.tagSet.words'),
      possible: withProject,
    }),
    dialog('import', 'Alt+KeyI', 'import', {
      title: t('commands:project.import.title'),
      words: t('commands:project.import.words'),
      possible: withEditableProject,
    }),
    dialog('export', 'Alt+KeyE', 'export', {
      title: t('commands:project.export.title'),
      words: t('commands:project.export.words'),
      possible: withProject,
    }),
    {
      id: 'checkProject',
      title: t('commands:project.check.title'),
      words: t('commands:project.check.words'),
      group: 'project',
      keys: ['Alt+KeyC'],
      scope: 'always',
      possible: withProject,
      run: (session) => void checkProject(session),
    },
    {
      id: 'newProject',
      title: t('commands:project.new'),
      group: 'project',
      keys: ['Alt+KeyN'],
      scope: 'always',
      run: (session) => void chooseProject(session, 'newProject'),
    },
    {
      id: 'openProject',
      title: t('commands:project.open'),
      group: 'project',
      keys: ['$mod+o'],
      scope: 'always',
      run: (session) => void chooseProject(session, 'openProject'),
    },
    {
      id: 'openForChanges',
      title: t('commands:project.openForChanges.title'),
      words: t('commands:project.openForChanges.words'),
      group: 'project',
      keys: ['Alt+KeyO'],
      scope: 'always',
      possible: ({ project }) => project !== null && project.heldElsewhere !== null,
      run: (session) => void openForChanges(session),
    },
    {
      id: 'closeProject',
      title: t('commands:project.close'),
      group: 'project',
      keys: ['Alt+KeyW'],
      scope: 'always',
      possible: withProject,
      run: (session) => void closeProject(session),
    },
  ]
}

function dialog(
  id: string,
  key: string,
  name: NonNullable<WorkbenchState['dialog']>,
  about: Pick<Command, 'title'> & Partial<Command>,
): Command {
  return {
    id,
    group: 'project',
    keys: [key],
    scope: 'always',
    run: (session) => {
      openDialog(session, name)
    },
    ...about,
  }
}
