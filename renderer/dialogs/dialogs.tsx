import { useWorkbench } from '../store/use-session.ts'
import { AboutDialog } from './about/about-dialog.tsx'
import { CheckDialog } from './check/check-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { CopiesDialog } from './copies/copies-dialog.tsx'
import { DocumentDialog } from './document/document-dialog.tsx'
import { ExportDialog } from './export/export-dialog.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OccurrencesDialog } from './occurrences/occurrences-dialog.tsx'
import { OpenOrCreate } from './open-or-create.tsx'
import { PreferencesDialog } from './preferences-dialog.tsx'
import { RelationDialog } from './relation/relation-dialog.tsx'
import { RepairDialog } from './repair/repair-dialog.tsx'
import { RestoreDialog } from './restore/restore-dialog.tsx'
import { TagSetDialog } from './tag-set/tag-set-dialog.tsx'

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useWorkbench((state) => state.dialog)
  switch (dialog) {
    case 'about':
      return <AboutDialog />
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
      return <OpenOrCreate key={dialog} purpose={dialog} />
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
    case 'repair':
      return <RepairDialog />
    case 'restore':
      return <RestoreDialog />
    case 'tagSet':
      return <TagSetDialog />
    case null:
      return null
  }
}
