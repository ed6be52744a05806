import type { CountUnit } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { plainCountFilter, toggled, type Choice } from '../numbers/count-filter.ts'
import type { Session } from '../store/session.ts'
import { leaveView, showView, viewOf } from './covering.ts'

/** Shows the numbers over the desk, or puts them away. */
export function toggleNumbers(session: Session): void {
  if (viewOf(session.store.getState()) === 'numbers') leaveView(session)
  else showView(session, 'numbers', { numbers: { filter: plainCountFilter, unit: 'month' } })
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
