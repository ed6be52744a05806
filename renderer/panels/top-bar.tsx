import {
  ChartColumn,
  Command,
  Download,
  Redo2,
  Search,
  Settings2,
  Undo2,
  Upload,
  X,
} from 'lucide-react'
import { Button } from 'react-aria-components'

import { redo, undo } from '../commands/history.ts'
import { toggleNumbers } from '../commands/numbers.ts'
import { closeProject } from '../commands/projects.ts'
import { openSearch } from '../commands/searching.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { JobStatus } from './job-status.tsx'
import { SaveState } from './save-state.tsx'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The project's name, what can be done with it as a whole, and whether it is saved. */
export function TopBar() {
  const session = useSession()
  const name = useWorkbenchAfterPaint(({ project }) => project?.project.name ?? '')
  const undoState = useWorkbenchAfterPaint(({ project }) => project?.undoState)
  const waiting = useWorkbenchAfterPaint(({ saveStatus }) => saveStatus !== 'saved')
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  return (
    <header className="top-bar">
      <h1 className="project-name">{name}</h1>
      <SaveState />
      <JobStatus />
      <div className="top-bar-actions">
        <IconButton
          command="undo"
          disabled={readOnly || (undoState?.undo === null && !waiting)}
          label="Undo"
          onPress={() => {
            undo(session)
          }}
          tip={`Undo${undoState?.undo ? `: ${undoState.undo}` : ''}`}
        >
          <Undo2 {...icon} />
        </IconButton>
        <IconButton
          command="redo"
          disabled={readOnly || undoState?.redo === null}
          label="Redo"
          onPress={() => {
            redo(session)
          }}
          tip={`Redo${undoState?.redo ? `: ${undoState.redo}` : ''}`}
        >
          <Redo2 {...icon} />
        </IconButton>
        <span className="divider" />
        <IconButton
          command="search"
          label="Search the project…"
          onPress={() => {
            openSearch(session)
          }}
          tip="Search the project"
        >
          <Search {...icon} />
        </IconButton>
        <Button
          className="button button-quiet"
          isDisabled={readOnly}
          onPress={() => {
            session.store.setState({ dialog: 'import' })
          }}
        >
          <Download {...icon} /> Import…
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'export' })
          }}
        >
          <Upload {...icon} /> Export…
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            toggleNumbers(session)
          }}
        >
          <ChartColumn {...icon} /> Numbers
        </Button>
        <span className="divider" />
        <IconButton
          command="palette"
          label="All commands…"
          onPress={() => {
            session.store.setState({ dialog: 'palette' })
          }}
          tip="All commands"
        >
          <Command {...icon} />
        </IconButton>
        <IconButton
          command="preferences"
          label="Settings…"
          onPress={() => {
            session.store.setState({ dialog: 'preferences' })
          }}
          tip="Settings"
        >
          <Settings2 {...icon} />
        </IconButton>
        <IconButton
          command="closeProject"
          label="Close project"
          onPress={() => {
            void closeProject(session)
          }}
          tip="Close project"
        >
          <X {...icon} />
        </IconButton>
      </div>
    </header>
  )
}
