import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import '../../renderer/theme.css'
import '../../renderer/desk.css'
import { createRoot } from 'react-dom/client'

import { App } from '../../renderer/app.tsx'
import { listenToKeys } from '../../renderer/commands/keyboard.ts'
import { openDocument, start } from '../../renderer/commands/projects.ts'
import { createSession } from '../../renderer/store/create-session.ts'
import type { Session } from '../../renderer/store/session.ts'
import { SessionContext } from '../../renderer/store/use-session.ts'
import { extentOf } from '../../shared/text/span.ts'
import { isHighlighted } from './highlighted.ts'
import { createMemoryBridge } from './memory-bridge.ts'
import { selectText } from './select-text.ts'
import { offer } from './subject.ts'

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element #root.')
const root = createRoot(place)

let session: Session | null = null

// The whole window as people have it, on a workbench that answers at once: lists, fields and buttons take part.
offer({
  start: (...corpora) => {
    session = createSession(createMemoryBridge(corpora))
    listenToKeys(session)
    root.render(
      <SessionContext value={session}>
        <App />
      </SessionContext>,
    )
    void start(session)
  },
  open: ({ documentId }) => {
    if (session !== null) void openDocument(session, documentId)
  },
  isPainted: isHighlighted,
  prepare: ({ spans }) => {
    selectText(extentOf(spans))
  },
})
