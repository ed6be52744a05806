import { useEffect, useState, type ReactNode } from 'react'

import { t } from '../../shared/language/translate.ts'
import { importDropped } from '../commands/importing.ts'
import { openDropped } from '../commands/projects.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

import './dialogs.css'

/**
 * Takes files and folders that are dropped anywhere on the window into the open project, and opens a project that is dropped
 * where the shell can. Dragged text is left alone.
 */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const name = useWorkbench(({ project }) => project?.project.name ?? null)
  const opens = useWorkbench(mayOpen)
  const [over, setOver] = useState(false)
  useEffect(() => listenToDrops(session, setOver), [session])
  return (
    <>
      {children}
      {over && (name !== null || opens) ? (
        <div aria-hidden="true" className="drop-overlay">
          <p>{name === null ? t('dialogs:drop.open') : t('dialogs:drop.add', { name })}</p>
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
      if (files !== null && mayTake(session)) take(session, files)
    },
    options,
  )
  return () => {
    stop.abort()
  }
}

/** The files of a drag, kept from everyone else: a browser would leave the page to show them. */
function filesOf(event: DragEvent): DataTransfer | null {
  // eslint-disable-next-line verbatim/no-untranslated-text -- what browsers call them
  if (event.dataTransfer?.types.includes('Files') !== true) return null
  event.preventDefault()
  event.stopPropagation()
  return event.dataTransfer
}

/** No dialog but that for imports may be in the way. */
function mayTake(session: Session): boolean {
  const { dialog, project, info } = session.store.getState()
  return (project !== null || mayOpen({ info })) && (dialog === null || dialog === 'import')
}

/** A browser does not tell where a file is, so a project cannot be opened there. */
function mayOpen({ info }: Pick<WorkbenchState, 'info'>): boolean {
  return info?.shell === 'desktop'
}

function take(session: Session, { files, items }: DataTransfer): void {
  const { info, project } = session.store.getState()
  const [first] = files
  if (mayOpen({ info }) && files.length === 1 && first?.name.endsWith('.verbatim') === true) {
    void openDropped(session, first)
  } else if (project !== null) void importDropped(session, items)
  else {
    session.tell('failure', t('dialogs:drop.onlyProject'), t('dialogs:drop.onlyProjectRemedy'))
  }
}
