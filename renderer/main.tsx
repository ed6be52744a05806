import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './theme.css'
import './desk.css'
import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'
import { followPreferences } from './appearance.ts'
import { openBridge } from './bridge/bridge.ts'
import { listenToKeys } from './commands/keyboard.ts'
import { followLanguage } from './commands/language.ts'
import { followMenu } from './commands/menu.ts'
import { start } from './commands/projects.ts'
import { listenToWindow } from './commands/window.ts'
import { createSession } from './store/create-session.ts'
import { SessionContext } from './store/use-session.ts'
import { holdToTrustedTypes } from './trusted-types.ts'

// After what each part says of itself.
import './forced-colors.css'

holdToTrustedTypes()

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element #root.')
const root = createRoot(place)
const bridge = openBridge()

if (bridge.ok) {
  const session = createSession(bridge.value)
  followPreferences(session)
  followLanguage(session)
  listenToKeys(session)
  listenToWindow(session)
  followMenu(session)
  root.render(
    <SessionContext value={session}>
      <App />
    </SessionContext>,
  )
  void start(session)
} else {
  root.render(
    <main className="start-screen">
      <h1>Verbatim</h1>
      <p role="alert">
        <strong>{bridge.failure.message}</strong> {bridge.failure.remedy}
      </p>
    </main>,
  )
}
