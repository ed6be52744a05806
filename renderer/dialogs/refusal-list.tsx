import type { Refusal } from '../../shared/contract.ts'
import { countOf } from '../commands/amounts.ts'
import { byReason } from '../commands/import-sources.ts'

/** What an import refused and why, each reason once. */
export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null
  return (
    <div className="failure-alert" role="alert">
      <strong>{countOf(refusals.length, 'source')} could not be imported.</strong>
      <ul className="refusals">
        {byReason(refusals).map(({ failure, names }) => (
          <li key={`${names[0]} ${failure.message}`}>
            {/* A reason that is one source's own names it already. */}
            {names.length > 1 || !failure.message.includes(names[0] ?? '') ? (
              <span className="refused-names">{names.join(', ')}</span>
            ) : null}
            <span>{failure.message}</span>
            <span className="remedy">{failure.remedy}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
