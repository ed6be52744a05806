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

import { t } from '../../shared/language/translate.ts'
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
          label={t('panels:topBar.undo')}
          onPress={() => {
            undo(session)
          }}
          tip={
            undoState?.undo
              ? t('panels:topBar.undoAct', { act: undoState.undo })
              : t('panels:topBar.undo')
          }
        >
          <Undo2 {...icon} />
        </IconButton>
        <IconButton
          command="redo"
          disabled={readOnly || undoState?.redo === null}
          label={t('panels:topBar.redo')}
          onPress={() => {
            redo(session)
          }}
          tip={
            undoState?.redo
              ? t('panels:topBar.redoAct', { act: undoState.redo })
              : t('panels:topBar.redo')
          }
        >
          <Redo2 {...icon} />
        </IconButton>
        <span className="divider" />
        <IconButton
          command="search"
          label={t('panels:topBar.search')}
          onPress={() => {
            openSearch(session)
          }}
          tip={t('panels:topBar.searchTip')}
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
          <Download {...icon} /> {t('panels:topBar.import')}
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'export' })
          }}
        >
          <Upload {...icon} /> {t('panels:topBar.export')}
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            toggleNumbers(session)
          }}
        >
          <ChartColumn {...icon} /> {t('panels:topBar.numbers')}
        </Button>
        <span className="divider" />
        <IconButton
          command="palette"
          label={t('panels:topBar.commands')}
          onPress={() => {
            session.store.setState({ dialog: 'palette' })
          }}
          tip={t('panels:topBar.commandsTip')}
        >
          <Command {...icon} />
        </IconButton>
        <IconButton
          command="preferences"
          label={t('panels:topBar.settings')}
          onPress={() => {
            session.store.setState({ dialog: 'preferences' })
          }}
          tip={t('panels:topBar.settingsTip')}
        >
          <Settings2 {...icon} />
        </IconButton>
        <IconButton
          command="closeProject"
          label={t('panels:topBar.closeProject')}
          onPress={() => {
            void closeProject(session)
          }}
          tip={t('panels:topBar.closeProject')}
        >
          <X {...icon} />
        </IconButton>
      </div>
    </header>
  )
}
