import { useMemo } from 'react'

import { formatNumber } from '../../../shared/language/format.ts'
import { documentsOf } from '../../store/selectors.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** How many documents there are, how many of them a list shows, and how many are done. */
export function DocumentCounts({ shown }: { readonly shown: number }) {
  const documents = useWorkbenchAfterPaint(documentsOf)
  const all = documents.length
  const done = useMemo(
    () => documents.filter(({ status }) => status === 'done').length,
    [documents],
  )
  return (
    <span className="count">
      {shown === all ? null : `${formatNumber(shown)} of `}
      {formatNumber(all)}
      {done === 0 ? null : `, ${formatNumber(done)} done`}
    </span>
  )
}
