import type { WorkbenchState } from '../store/state.ts'
import { checkProject } from './checking.ts'
import { withEditableProject, withProject, type Command } from './command.ts'
import { openDialog } from './dialogs.ts'
import { focusOnceThere } from './focusing.ts'
import { redo, undo } from './history.ts'
import { showSidePanel } from './panels.ts'
import { chooseProject, closeProject, openForChanges } from './projects.ts'

/** What is done to the project as a whole, and the dialogs of the window. */
export const projectCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    words: 'take back revert',
    group: 'project',
    keys: ['$mod+z'],
    scope: 'window',
    overSearch: true,
    possible: withEditableProject,
    run: undo,
  },
  {
    id: 'redo',
    title: 'Redo',
    words: 'again',
    group: 'project',
    keys: ['$mod+Shift+z', '$mod+y'],
    scope: 'window',
    overSearch: true,
    possible: withEditableProject,
    run: redo,
  },
  {
    id: 'goBackInHistory',
    title: 'Go back in the history…',
    words: 'restore revert earlier version time',
    group: 'project',
    keys: ['Shift+h'],
    scope: 'window',
    possible: withEditableProject,
    run: (session) => {
      // The newest entry is how things are; the first way back is that of the one before it.
      focusOnceThere(showSidePanel(session, 'history'), 'button')
    },
  },
  dialog('palette', '$mod+k', 'palette', { title: 'All commands…', group: 'show' }),
  dialog('keys', '[Shift]+?', 'keys', {
    title: 'Keys…',
    words: 'shortcuts keyboard hotkeys help change',
    group: 'show',
    scope: 'window',
  }),
  dialog('preferences', '$mod+Comma', 'preferences', {
    title: 'Settings…',
    words: 'preferences options your name annotator appearance font',
    group: 'show',
  }),
  dialog('tagSet', 'Alt+KeyT', 'tagSet', {
    title: 'Tag set…',
    words: 'labels attributes relation types add rename order colours guidelines',
    possible: withProject,
  }),
  dialog('import', 'Alt+KeyI', 'import', {
    title: 'Import…',
    words: 'add articles documents files paste read load',
    possible: withEditableProject,
  }),
  dialog('export', 'Alt+KeyE', 'export', {
    title: 'Export…',
    words: 'save as dataset files write hand over',
    possible: withProject,
  }),
  {
    id: 'checkProject',
    title: 'Check project…',
    words: 'prove verify integrity damaged sound repair test',
    group: 'project',
    keys: ['Alt+KeyC'],
    scope: 'always',
    possible: withProject,
    run: (session) => void checkProject(session),
  },
  {
    id: 'newProject',
    title: 'New project…',
    group: 'project',
    keys: ['Alt+KeyN'],
    scope: 'always',
    run: (session) => void chooseProject(session, 'newProject'),
  },
  {
    id: 'openProject',
    title: 'Open project…',
    group: 'project',
    keys: ['$mod+o'],
    scope: 'always',
    run: (session) => void chooseProject(session, 'openProject'),
  },
  {
    id: 'openForChanges',
    title: 'Open for changes',
    words: 'read-only unlock write edit in use elsewhere',
    group: 'project',
    keys: ['Alt+KeyO'],
    scope: 'always',
    possible: ({ project }) => project !== null && project.heldElsewhere !== null,
    run: (session) => void openForChanges(session),
  },
  {
    id: 'closeProject',
    title: 'Close project',
    group: 'project',
    keys: ['Alt+KeyW'],
    scope: 'always',
    possible: withProject,
    run: (session) => void closeProject(session),
  },
]

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
