import type { Failure } from '../../shared/result.ts'

/** Why a dialog could not do its work, said aloud when it appears. The same failure met again is said again. */
export function FailureAlert({ failure }: { readonly failure: Failure | null }) {
  return failure === null ? null : (
    <div className="failure-alert" role="alert">
      <strong>{failure.message}</strong>
      <span>{failure.remedy}</span>
    </div>
  )
}
