import { Button } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { HeldElsewhereBanner } from './held-elsewhere.tsx'

/** Whether everything on screen is in the project file. */
export function SaveState() {
  const readOnly = useWorkbench(({ project }) => project?.readOnly ?? null)
  const status = useWorkbench(({ saveStatus, typing, acting }) =>
    (typing || acting > 0) && saveStatus === 'saved' ? 'saving' : saveStatus,
  )
  return (
    <div className="save-state" data-status={readOnly === null ? status : 'readOnly'} role="status">
      {t(`panels:save.${readOnly === null ? status : 'readOnly'}`)}
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
          <strong>{failure.message}</strong> {failure.remedy} {t('panels:save.kept')}
        </p>
        <Button
          className="button"
          onPress={() => {
            session.outbox.retry()
          }}
        >
          {t('panels:save.tryNow')}
        </Button>
      </div>
    )
  }
  if (heldElsewhere !== null) return <HeldElsewhereBanner held={heldElsewhere} />
  return readOnly === null ? null : (
    <aside aria-label={t('panels:heldElsewhere.label')} className="banner">
      <p>{readOnly}</p>
    </aside>
  )
}
