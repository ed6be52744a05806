import { t } from '../../../shared/language/translate.ts'
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
        label={t('common:label')}
        onChange={(label) => {
          onChoose({ ...gap, label })
        }}
        value={gap.label}
      >
        <NamedOptions things={labels} />
      </Choice>
      <Choice
        label={t('panels:relations.without')}
        onChange={(relationType) => {
          onChoose({ ...gap, relationType })
        }}
        value={gap.relationType}
      >
        <NamedOptions things={types} />
      </Choice>
      <Choice
        label={t('panels:relations.which')}
        onChange={(end) => {
          onChoose({ ...gap, end: end === 'to' ? 'to' : 'from' })
        }}
        value={gap.end}
      >
        <option value="from">{t('panels:relations.from')}</option>
        <option value="to">{t('panels:relations.to')}</option>
      </Choice>
    </div>
  )
}
