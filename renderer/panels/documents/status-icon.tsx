import { Circle, CircleCheck, CircleDotDashed, CircleMinus } from 'lucide-react'

import type { DocumentStatus } from '../../../shared/model/document.ts'

const icons = {
  todo: Circle,
  inProgress: CircleDotDashed,
  done: CircleCheck,
  setAside: CircleMinus,
} as const satisfies Readonly<Record<DocumentStatus, typeof Circle>>

/** How far the work on a document is, told by shape. Its name stands beside it or is said by whoever shows it. */
export function StatusIcon({
  status,
  size,
}: {
  readonly status: DocumentStatus
  readonly size: number
}) {
  const Icon = icons[status]
  return (
    <Icon
      aria-hidden="true"
      className={`status-icon status-${status}`}
      size={size}
      strokeWidth={1.75}
    />
  )
}
