import { useWorkbench } from '../store/use-session.ts'
import { CheckDialog } from './check/check-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { CopiesDialog } from './copies/copies-dialog.tsx'
import { DocumentDialog } from './document/document-dialog.tsx'
import { ExportDialog } from './export/export-dialog.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OccurrencesDialog } from './occurrences/occurrences-dialog.tsx'
import { PreferencesDialog } from './preferences-dialog.tsx'
import { ProjectChooser } from './project-chooser.tsx'
import { RelationDialog } from './relation/relation-dialog.tsx'
import { TagSetDialog } from './tag-set/tag-set-dialog.tsx'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useWorkbench((state) => state.dialog)
  switch (dialog) {
    case 'import':
      return <ImportDialog />
    case 'document':
      return <DocumentDialog />
    case 'check':
      return <CheckDialog />
    case 'copies':
      return <CopiesDialog />
    case 'export':
      return <ExportDialog />
    case 'newProject':
    case 'openProject':
      return <ProjectChooser key={dialog} purpose={dialog} />
    case 'keys':
      return <KeysDialog />
    case 'palette':
      return <CommandPalette />
    case 'preferences':
      return <PreferencesDialog />
    case 'occurrences':
      return <OccurrencesDialog />
    case 'relation':
      return <RelationDialog />
    case 'tagSet':
      return <TagSetDialog />
    case null:
      return null
  }
}
