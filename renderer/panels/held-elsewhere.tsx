import { Button } from 'react-aria-components'

import type { HeldElsewhere } from '../../shared/contract.ts'
import { formatDateTime, formatTime } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { openForChanges } from '../commands/projects.ts'
import { Trans } from '../language/trans.tsx'
import { useSession } from '../store/use-session.ts'

/** Who else has the project open for changes, how fresh what is shown here is, and the way to go on oneself. */
export function HeldElsewhereBanner({ held }: { readonly held: HeldElsewhere }) {
  const session = useSession()
  return (
    <aside aria-label={t('panels:heldElsewhere.label')} className="banner">
      <p>
        <Trans
          message={held.free ? 'panels:heldElsewhere.shown' : 'panels:heldElsewhere.shownFollowing'}
          // Only this is told aloud when it changes.
          parts={{ who: <strong role="status" /> }}
          values={{ who: whoHas(held), time: formatTime(Date.parse(held.shownAt)) }}
        />
      </p>
      <Button className="button" onPress={() => void openForChanges(session)}>
        {t('panels:heldElsewhere.open')}
      </Button>
    </aside>
  )
}

function whoHas({ free, by }: HeldElsewhere): string {
  if (free) return t('panels:heldElsewhere.free')
  if (by === null) return t('panels:heldElsewhere.elsewhere')
  const { program, pid, host, since } = by
  return t('panels:heldElsewhere.inProgram', {
    program,
    pid: String(pid),
    host,
    since: formatDateTime(Date.parse(since)),
  })
}
