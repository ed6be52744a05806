import { Button } from 'react-aria-components'

import type { HeldElsewhere } from '../../shared/contract.ts'
import { openForChanges } from '../commands/projects.ts'
import { useSession } from '../store/use-session.ts'

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Who else has the project open for changes, how fresh what is shown here is, and the way to go on oneself. */
export function HeldElsewhereBanner({ held }: { readonly held: HeldElsewhere }) {
  const session = useSession()
  return (
    <aside aria-label="Why nothing can be changed" className="banner">
      <p>
        {/* Only this is told aloud when it changes. */}
        <strong role="status">{whoHas(held)}</strong> Shown as it was saved there at{' '}
        {time.format(new Date(held.shownAt))}
        {held.free ? '.' : ', and kept up to date.'}
      </p>
      <Button className="button" onPress={() => void openForChanges(session)}>
        Open for changes
      </Button>
    </aside>
  )
}

function whoHas({ free, by }: HeldElsewhere): string {
  if (free) return 'The project is not open elsewhere any more.'
  if (by === null) return 'The project is open for changes elsewhere.'
  const { program, pid, host, since } = by
  return `The project is open for changes in ${program} (process ${pid} on ${host}), since ${dateAndTime.format(new Date(since))}.`
}
