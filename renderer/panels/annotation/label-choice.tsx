import { useEffect, useRef } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { relabel } from '../../commands/amending.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { LabelSwatch } from '../label-swatch.tsx'

/** Height in CSS px that stays in view above the present label where there are more of them than fit. */
const above = 32

/** The label of an annotation, among those that are offered; an archived one only where the annotation has it. */
export function LabelChoice({
  annotation,
  disabled,
}: {
  readonly annotation: Annotation
  readonly disabled: boolean
}) {
  const session = useSession()
  const group = useRef<HTMLDivElement>(null)
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const offered = labels.filter(({ archived, id }) => !archived || id === annotation.label)

  const present = annotation.label
  useEffect(() => {
    const radios = [...(group.current?.querySelectorAll('input') ?? [])]
    const chip = radios.find(({ value }) => value === present)?.closest('label')
    if (group.current !== null && chip != null) group.current.scrollTop = chip.offsetTop - above
  }, [present])

  return (
    <RadioGroup
      aria-label={t('common:label')}
      className="label-choice"
      isDisabled={disabled}
      onChange={(id) => {
        const chosen = labels.find((one) => one.id === id)
        if (chosen !== undefined) relabel(session, [annotation.id], chosen)
      }}
      orientation="horizontal"
      ref={group}
      value={annotation.label}
    >
      {offered.map((label) => (
        <Radio className="choice" key={label.id} value={label.id}>
          <LabelSwatch label={label} />
          {label.name}
        </Radio>
      ))}
    </RadioGroup>
  )
}
