import { flushSync } from 'react-dom'

import type { WorkbenchState } from '../store/state.ts'
import { withProject, type Command } from './command.ts'
import { redo, undo } from './history.ts'
import { chooseProject, closeProject } from './projects.ts'

/** What is done to the project as a whole, and the dialogs of the window. */
export const projectCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Project',
    keys: ['$mod+z'],
    scope: 'window',
    possible: withEditableProject,
    run: undo,
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Project',
    keys: ['$mod+Shift+z', '$mod+y'],
    scope: 'window',
    possible: withEditableProject,
    run: redo,
  },
  dialog('palette', 'All commands…', 'Show', ['$mod+k'], 'palette'),
  dialog('keys', 'Keys…', 'Show', ['[Shift]+?'], 'keys'),
  dialog('preferences', 'Settings…', 'Show', ['$mod+Comma'], 'preferences'),
  dialog('tagSet', 'Tag set…', 'Project', ['Alt+KeyT'], 'tagSet', withProject),
  dialog('import', 'Import…', 'Project', ['Alt+KeyI'], 'import', withEditableProject),
  dialog('export', 'Export…', 'Project', ['Alt+KeyE'], 'export', withProject),
  {
    id: 'newProject',
    title: 'New project…',
    group: 'Project',
    keys: ['Alt+KeyN'],
    scope: 'always',
    run: (session) => void chooseProject(session, 'newProject'),
  },
  {
    id: 'openProject',
    title: 'Open project…',
    group: 'Project',
    keys: ['$mod+o'],
    scope: 'always',
    run: (session) => void chooseProject(session, 'openProject'),
  },
  {
    id: 'closeProject',
    title: 'Close project',
    group: 'Project',
    keys: ['Alt+KeyW'],
    scope: 'always',
    possible: withProject,
    run: (session) => void closeProject(session),
  },
]

function withEditableProject({ project }: WorkbenchState): boolean {
  return project?.readOnly === null
}

function dialog(
  id: string,
  title: string,
  group: Command['group'],
  keys: readonly string[],
  name: NonNullable<WorkbenchState['dialog']>,
  possible: Command['possible'] = () => true,
): Command {
  const plain = keys.some((key) => key.endsWith('?'))
  return {
    id,
    title,
    group,
    keys,
    scope: plain ? 'window' : 'always',
    possible,
    run: (session) => {
      // At once: the next key is meant for the dialog already.
      flushSync(() => {
        session.store.setState({ dialog: name })
      })
    },
  }
}
