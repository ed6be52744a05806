import { ColorSwatch, ColorSwatchPicker, ColorSwatchPickerItem } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { labelColors } from '../../../shared/model/label-colors.ts'
import type { Label } from '../../../shared/model/label.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useSession } from '../../store/use-session.ts'

/** The label's colour: one of a few that are told apart well, or any other by its hexadecimal number. */
export function ColorField({
  label,
  disabled,
}: {
  readonly label: Label
  readonly disabled: boolean
}) {
  const session = useSession()

  function set(color: string): void {
    if (color === label.color) return
    const summary = t('dialogs:tagSet.color.change', { name: label.name })
    changeLabel(session, label.id, summary, { color })
  }

  return (
    <div className="color-field">
      <div className="field">
        <span className="field-label">{t('dialogs:tagSet.color.label')}</span>
        <ColorSwatchPicker
          aria-label={t('dialogs:tagSet.color.label')}
          className="color-swatches"
          onChange={(color) => {
            set(color.toString('hex').toLowerCase())
          }}
          value={label.color}
        >
          {labelColors.map((color) => (
            <ColorSwatchPickerItem
              className="color-swatch"
              color={color}
              isDisabled={disabled}
              key={color}
            >
              <ColorSwatch className="color-swatch-fill" />
            </ColorSwatchPickerItem>
          ))}
        </ColorSwatchPicker>
      </div>
      <RecordedField
        disabled={disabled}
        label={t('dialogs:tagSet.color.number')}
        onRecord={(typed) => {
          set(hexIn(typed) ?? label.color)
        }}
        problem={(typed) => (hexIn(typed) === null ? t('dialogs:tagSet.color.problem') : null)}
        value={label.color}
      />
    </div>
  )
}

function hexIn(typed: string): string | null {
  const digits = typed.trim().toLowerCase().replace(/^#/, '')
  return /^[0-9a-f]{6}$/.test(digits) ? `#${digits}` : null
}
