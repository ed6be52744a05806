import { useWorkbench } from '../store/use-session.ts'
import { ExportDialog } from './export-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { ProjectChooser } from './project-chooser.tsx'

/** The dialog that is open, if one is. The sheet of keys stands by itself. */
export function Dialogs() {
  const dialog = useWorkbench((state) => state.dialog)
  switch (dialog) {
    case 'import':
      return <ImportDialog />
    case 'export':
      return <ExportDialog />
    case 'newProject':
    case 'openProject':
      return <ProjectChooser key={dialog} purpose={dialog} />
    case 'keys':
    case 'palette':
    case 'preferences':
    case 'tagSet':
    case 'relation':
    case 'occurrences':
    case null:
      return null
  }
}
