import { useId } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { LabelSwatch } from '../../panels/label-swatch.tsx'
import { useWorkbench } from '../../store/use-session.ts'

/** Which labels a relation may lead from or to; none chosen stands for any. */
export function LabelRule({
  name,
  chosen,
  disabled,
  onChange,
}: {
  readonly name: string
  /** Ids of labels. */
  readonly chosen: readonly string[]
  readonly disabled: boolean
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const nameId = useId()
  const gone = chosen.filter((id) => !labels.some((label) => label.id === id))
  return (
    <div className="field">
      <span className="field-label" id={nameId}>
        {chosen.length === 0 ? t('dialogs:tagSet.relationType.anyLabel', { name }) : name}
      </span>
      <ToggleButtonGroup
        aria-labelledby={nameId}
        className="option-chips"
        isDisabled={disabled}
        onSelectionChange={(keys) => {
          onChange([...labels.map(({ id }) => id), ...gone].filter((id) => keys.has(id)))
        }}
        selectedKeys={chosen}
        selectionMode="multiple"
      >
        {labels.map((label) => (
          <ToggleButton className="choice" id={label.id} key={label.id}>
            <LabelSwatch label={label} /> {label.name}
          </ToggleButton>
        ))}
        {gone.map((id) => (
          <ToggleButton className="choice" id={id} key={id}>
            {t('dialogs:tagSet.relationType.deleted', { id })}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
