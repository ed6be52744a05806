import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import { finishDocument } from './edits.ts'
import { runFromMenu } from './menu.ts'
import { showOpenedElsewhere } from './projects.ts'

/** What the window itself asks for: menu items, closing, and errors that nobody expected. */
export function listenToWindow(session: Session): void {
  session.bridge.listen((event) => {
    if (event.name === 'menu') runFromMenu(session, event.value.command)
    if (event.name === 'projectChanged' && event.value !== null) {
      void showOpenedElsewhere(session, event.value.id)
    }
    if (event.name === 'closing') void finish(session)
  })
  window.addEventListener('beforeunload', (event) => {
    finishDocument(session)
    const { info, saveStatus, acting } = session.store.getState()
    if (info?.shell === 'browser' && (saveStatus !== 'saved' || acting > 0)) {
      event.preventDefault()
    }
  })
  window.addEventListener('error', ({ message }) => {
    tellUnexpected(session, message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tellUnexpected(session, String(reason))
  })
}

async function finish(session: Session): Promise<void> {
  finishDocument(session)
  const unsaved = await session.outbox.flush()
  await session.bridge.call('window.readyToClose', { unsaved })
}

function tellUnexpected(session: Session, what: string): void {
  // The browser's own note that observers settle in the next frame; nothing is wrong.
  if (/ResizeObserver loop/u.test(what)) return
  session.tell(
    'failure',
    t('commands:window.unexpected', { what }),
    t('commands:window.unexpectedRemedy'),
  )
}
