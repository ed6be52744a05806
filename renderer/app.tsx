import { I18nProvider } from 'react-aria-components'

import { locales } from '../shared/language/languages.ts'
import { Dialogs } from './dialogs/dialogs.tsx'
import { DropTarget } from './dialogs/drop-target.tsx'
import { Desk } from './panels/desk.tsx'
import { Notices } from './panels/notices.tsx'
import { StartScreen } from './panels/start-screen.tsx'
import { useWorkbench } from './store/use-session.ts'

/** The whole window: the start screen, or the desk of the open project. In another language it is drawn anew. */
export function App() {
  const language = useWorkbench((state) => state.language)
  const started = useWorkbench(({ info }) => info !== null)
  const open = useWorkbench(({ project }) => project !== null)
  return (
    <I18nProvider key={language} locale={locales[language]}>
      <DropTarget>
        {open ? <Desk /> : started ? <StartScreen /> : null}
        <Busy />
        <Dialogs />
        <Notices />
        <Announcer />
      </DropTarget>
    </I18nProvider>
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
