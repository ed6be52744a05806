import { Choice, NamedOptions } from '../../controls/choice.tsx'
import type { Gap } from '../../relations/gaps.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** Which annotations to look for: with a label, without a relation of a type from or to them. */
export function GapChoice({
  gap,
  onChoose,
}: {
  readonly gap: Gap
  readonly onChoose: (gap: Gap) => void
}) {
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const types = useWorkbenchAfterPaint(({ project }) => project?.relationTypes ?? [])
  return (
    <div className="gap-choice">
      <Choice
        label="Label"
        onChange={(label) => {
          onChoose({ ...gap, label })
        }}
        value={gap.label}
      >
        <NamedOptions things={labels} />
      </Choice>
      <Choice
        label="Without"
        onChange={(relationType) => {
          onChoose({ ...gap, relationType })
        }}
        value={gap.relationType}
      >
        <NamedOptions things={types} />
      </Choice>
      <Choice
        label="Which"
        onChange={(end) => {
          onChoose({ ...gap, end: end === 'to' ? 'to' : 'from' })
        }}
        value={gap.end}
      >
        <option value="from">leads from it</option>
        <option value="to">leads to it</option>
      </Choice>
    </div>
  )
}
