import { Group, Panel, Separator } from 'react-resizable-panels'

import { Dialogs } from './dialogs/dialogs.tsx'
import { DropTarget } from './dialogs/drop-target.tsx'
import { KeysDialog } from './dialogs/keys-dialog.tsx'
import { AnnotationsPanel } from './panels/annotations-panel.tsx'
import { ArticlePanel } from './panels/article-panel.tsx'
import { DocumentsPanel } from './panels/documents-panel.tsx'
import { Notices } from './panels/notices.tsx'
import { SaveTrouble } from './panels/save-state.tsx'
import { StartScreen } from './panels/start-screen.tsx'
import { TopBar } from './panels/top-bar.tsx'
import { useWorkbench } from './store/use-session.ts'

/** The whole window: the start screen, or the desk of the open project. */
export function App() {
  const started = useWorkbench(({ info }) => info !== null)
  const open = useWorkbench(({ project }) => project !== null)
  return (
    <DropTarget>
      {open ? <Desk /> : started ? <StartScreen /> : null}
      <Busy />
      <Dialogs />
      <KeysDialog />
      <Notices />
      <Announcer />
    </DropTarget>
  )
}

/** A part of its own: what is said changes with every tag, and the rest of the window need not be drawn for it. */
function Announcer() {
  const announcement = useWorkbench((state) => state.announcement)
  return (
    <div aria-live="polite" className="visually-hidden">
      {announcement}
    </div>
  )
}

function Busy() {
  const busy = useWorkbench((state) => state.busy)
  return busy === null ? null : <p className="busy">{busy}</p>
}

function Desk() {
  return (
    <div className="desk">
      <TopBar />
      <SaveTrouble />
      <main className="desk-panels">
        <Group orientation="horizontal">
          <Panel defaultSize="19%" maxSize="40%" minSize="140px">
            <DocumentsPanel />
          </Panel>
          <Separator aria-label="Width of documents" className="separator" />
          <Panel minSize="320px">
            <ArticlePanel />
          </Panel>
          <Separator aria-label="Width of annotations" className="separator" />
          <Panel defaultSize="25%" maxSize="50%" minSize="220px">
            <AnnotationsPanel />
          </Panel>
        </Group>
      </main>
    </div>
  )
}
