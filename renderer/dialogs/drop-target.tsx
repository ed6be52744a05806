import { useEffect, useState, type ReactNode } from 'react'

import { t } from '../../shared/language/translate.ts'
import { importDropped } from '../commands/importing.ts'
import type { Session } from '../store/session.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

import './dialogs.css'

/** Takes files and folders that are dropped anywhere on the window into the open project. Dragged text is left alone. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const name = useWorkbench(({ project }) => project?.project.name ?? null)
  const [over, setOver] = useState(false)
  useEffect(() => listenToDrops(session, setOver), [session])
  return (
    <>
      {children}
      {over && name !== null ? (
        <div aria-hidden="true" className="drop-overlay">
          <p>{t('dialogs:drop.add', { name })}</p>
        </div>
      ) : null}
    </>
  )
}

/** Returns a function that stops it. */
function listenToDrops(session: Session, setOver: (over: boolean) => void): () => void {
  const stop = new AbortController()
  // Before the article's own handling of drops, which would take a file for text.
  const options = { capture: true, signal: stop.signal }

  const hover = (event: DragEvent): void => {
    const files = filesOf(event)
    if (files === null) return
    const taken = mayTake(session)
    files.dropEffect = taken ? 'copy' : 'none'
    setOver(taken)
  }
  window.addEventListener('dragenter', hover, options)
  window.addEventListener('dragover', hover, options)
  window.addEventListener(
    'dragleave',
    (event) => {
      // Only when leaving the window is there no element to go to.
      if (event.relatedTarget === null) setOver(false)
    },
    options,
  )
  window.addEventListener(
    'drop',
    (event) => {
      setOver(false)
      const files = filesOf(event)
      if (files !== null && mayTake(session)) void importDropped(session, files.items)
    },
    options,
  )
  return () => {
    stop.abort()
  }
}

/** The files of a drag, kept from everyone else: a browser would leave the page to show them. */
function filesOf(event: DragEvent): DataTransfer | null {
  if (event.dataTransfer?.types.includes('Files') !== true) return null
  event.preventDefault()
  event.stopPropagation()
  return event.dataTransfer
}

/** No dialog but that for imports may be in the way. */
function mayTake(session: Session): boolean {
  const { dialog, project } = session.store.getState()
  return project !== null && (dialog === null || dialog === 'import')
}
