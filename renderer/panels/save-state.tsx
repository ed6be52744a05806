import { Button } from 'react-aria-components'

import type { SaveStatus } from '../store/outbox.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { HeldElsewhereBanner } from './held-elsewhere.tsx'

const words: Readonly<Record<SaveStatus, string>> = {
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved',
}

/** Whether everything on screen is in the project file. */
export function SaveState() {
  const readOnly = useWorkbench(({ project }) => project?.readOnly ?? null)
  const status = useWorkbench(({ saveStatus, typing }) =>
    typing && saveStatus === 'saved' ? 'saving' : saveStatus,
  )
  return (
    <div className="save-state" data-status={readOnly === null ? status : 'readOnly'} role="status">
      {readOnly === null ? words[status] : 'Read-only'}
    </div>
  )
}

/** What stands in the way of saving, and what to do about it; there until everything is saved. */
export function SaveTrouble() {
  const session = useSession()
  const failure = useWorkbench(({ saveFailure }) => saveFailure)
  const readOnly = useWorkbench(({ project }) => project?.readOnly ?? null)
  const heldElsewhere = useWorkbench(({ project }) => project?.heldElsewhere ?? null)
  if (failure !== null) {
    return (
      <div className="banner banner-danger" role="alert">
        <p>
          <strong>{failure.message}</strong> {failure.remedy} Your work is kept here and tried again
          until it is saved.
        </p>
        <Button
          className="button"
          onPress={() => {
            session.outbox.retry()
          }}
        >
          Try now
        </Button>
      </div>
    )
  }
  if (heldElsewhere !== null) return <HeldElsewhereBanner held={heldElsewhere} />
  return readOnly === null ? null : (
    <aside aria-label="Why nothing can be changed" className="banner">
      <p>{readOnly}</p>
    </aside>
  )
}
