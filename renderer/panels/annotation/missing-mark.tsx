import { CircleAlert } from 'lucide-react'

/** Says of a field that its label requires it and nothing stands in it. */
export function MissingMark() {
  return (
    <span className="missing-mark">
      <CircleAlert aria-hidden="true" size={12} strokeWidth={2} /> missing
    </span>
  )
}
