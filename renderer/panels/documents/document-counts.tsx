import { useMemo } from 'react'

import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
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
      {shown === all ? formatNumber(all) : t('common:someOf', { some: shown, all })}
      {done === 0 ? null : t('common:comma') + t('panels:documents.done', { done })}
    </span>
  )
}
