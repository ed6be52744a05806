import type { ExportScope } from '../../../shared/contract.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { statusName } from '../../commands/document-status.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { useWorkbench } from '../../store/use-session.ts'

/** What of the project is written: all of it, or documents of one status, or annotations of one label. */
export function ScopeChoice({
  scope,
  onChange,
}: {
  readonly scope: ExportScope
  readonly onChange: (scope: ExportScope) => void
}) {
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  return (
    <div aria-label="What is written" className="export-scope" role="group">
      <Choice
        label="Documents"
        onChange={(chosen) => {
          onChange({ ...scope, statuses: documentStatuses.filter((status) => status === chosen) })
        }}
        value={scope.statuses[0] ?? ''}
      >
        <option value="">All</option>
        {documentStatuses.map((status) => (
          <option key={status} value={status}>
            Only: {statusName(status).toLowerCase()}
          </option>
        ))}
      </Choice>
      <Choice
        label="Annotations"
        onChange={(chosen) => {
          onChange({ ...scope, labels: labels.flatMap(({ id }) => (id === chosen ? [id] : [])) })
        }}
        value={labels.some(({ id }) => id === scope.labels[0]) ? (scope.labels[0] ?? '') : ''}
      >
        <option value="">All labels</option>
        <NamedOptions things={labels} />
      </Choice>
    </div>
  )
}
