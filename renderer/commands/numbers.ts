import { flushSync } from 'react-dom'

import type { CountUnit } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { plainCountFilter, toggled, type Choice } from '../numbers/count-filter.ts'
import type { Session } from '../store/session.ts'
import { uncover } from './covering.ts'

/** Shows the numbers over the desk, or puts them away. */
export function toggleNumbers(session: Session): void {
  if (closeNumbers(session)) return
  uncover(session)
  session.store.setState({ numbers: { filter: plainCountFilter, unit: 'month' } })
}

/** Goes back to the article. False where the numbers are not shown. */
export function closeNumbers(session: Session): boolean {
  if (session.store.getState().numbers === null) return false
  session.store.setState({ numbers: null })
  // Before the keyboard goes there: what is covered cannot have it.
  flushSync(session.catchUp)
  session.article()?.focus()
  return true
}

/** Counts only what a mark stands for, or no longer only that. */
export function chooseCounted(session: Session, choice: Choice): void {
  session.store.setState(({ numbers }) =>
    numbers === null ? {} : { numbers: { ...numbers, filter: toggled(numbers.filter, choice) } },
  )
}

export function countEverything(session: Session): void {
  session.store.setState(({ numbers }) =>
    numbers === null ? {} : { numbers: { ...numbers, filter: plainCountFilter } },
  )
  session.announce(t('commands:numbers.countEverything.done'))
}

export function setCountUnit(session: Session, unit: CountUnit): void {
  session.store.setState(({ numbers }) =>
    numbers === null ? {} : { numbers: { ...numbers, unit } },
  )
}
