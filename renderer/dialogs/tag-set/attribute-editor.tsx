import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Attribute, AttributeKind } from '../../../shared/model/attribute.ts'
import { Check } from '../../controls/check.tsx'
import { Choice } from '../../controls/choice.tsx'
import { StayingButton } from '../../controls/staying-button.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'

const kinds: readonly AttributeKind[] = ['choice', 'multipleChoice', 'yesNo', 'number', 'text']

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** One attribute of a label. Answers that no longer fit after a change are kept and shown as such. */
export function AttributeEditor(props: {
  readonly attribute: Attribute
  readonly disabled: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (summary: string, next: Attribute) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}) {
  const { attribute, disabled, onChange } = props
  const { name } = attribute
  return (
    <div
      aria-label={t('dialogs:tagSet.attribute.title', { name })}
      className="attribute-editor"
      role="group"
    >
      <div className="editor-row">
        <RecordedField
          disabled={disabled}
          label={t('dialogs:tagSet.name')}
          onRecord={(typed) => {
            const next = { ...attribute, name: typed.trim() }
            onChange(t('dialogs:tagSet.attribute.rename', { name }), next)
          }}
          problem={(typed) => (typed.trim() === '' ? t('dialogs:tagSet.attribute.noName') : null)}
          value={name}
        />
        <Choice
          disabled={disabled}
          label={t('dialogs:tagSet.attribute.kind')}
          onChange={(chosen) => {
            const next = kinds.find((kind) => kind === chosen)
            if (next === undefined) return
            onChange(t('dialogs:tagSet.attribute.changeKind', { name }), ofKind(attribute, next))
          }}
          value={attribute.kind}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`dialogs:tagSet.attribute.kinds.${kind}`)}
            </option>
          ))}
        </Choice>
      </div>
      {'options' in attribute ? (
        <RecordedField
          disabled={disabled}
          label={t('dialogs:tagSet.attribute.options')}
          multiline
          onRecord={(text) => {
            const next = { ...attribute, options: optionsIn(text) }
            onChange(t('dialogs:tagSet.attribute.changeOptions', { name }), next)
          }}
          problem={problemOfOptions}
          rows={Math.min(Math.max(attribute.options.length, 2), 8)}
          value={attribute.options.join('\n')}
        />
      ) : null}
      <div className="attribute-actions">
        <Check
          disabled={disabled}
          isOn={attribute.required}
          name={t('dialogs:tagSet.required')}
          onChange={(required) => {
            const next = { ...attribute, required }
            onChange(t('dialogs:tagSet.attribute.changeRequired', { name }), next)
          }}
        />
        <span className="dialog-remark">
          <code>{attribute.id}</code>
        </span>
        <StayingButton
          aria-label={t('dialogs:tagSet.attribute.up', { name })}
          className="button button-quiet button-icon"
          isDisabled={disabled || props.isFirst}
          onPress={() => {
            props.onMove(-1)
          }}
        >
          <ArrowUp {...icon} />
        </StayingButton>
        <StayingButton
          aria-label={t('dialogs:tagSet.attribute.down', { name })}
          className="button button-quiet button-icon"
          isDisabled={disabled || props.isLast}
          onPress={() => {
            props.onMove(1)
          }}
        >
          <ArrowDown {...icon} />
        </StayingButton>
        <Button
          aria-label={t('dialogs:tagSet.attribute.remove', { name })}
          className="button button-quiet button-icon button-danger"
          isDisabled={disabled}
          onPress={props.onRemove}
        >
          <Trash2 {...icon} />
        </Button>
      </div>
    </div>
  )
}

/** The same question asked in another way; options stay where the new kind has them too. */
function ofKind({ id, name, required, ...rest }: Attribute, kind: AttributeKind): Attribute {
  if (kind !== 'choice' && kind !== 'multipleChoice') return { id, name, required, kind }
  const options =
    'options' in rest
      ? rest.options
      : [t('dialogs:tagSet.attribute.firstOption'), t('dialogs:tagSet.attribute.secondOption')]
  return { id, name, required, kind, options }
}

function optionsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function problemOfOptions(text: string): string | null {
  const options = optionsIn(text)
  if (options.length === 0) return t('dialogs:tagSet.attribute.noOption')
  if (options.length > 100) return t('dialogs:tagSet.attribute.manyOptions')
  const long = options.find((option) => option.length > 200)
  if (long !== undefined) {
    return t('dialogs:tagSet.attribute.longOption', { option: long.slice(0, 30) })
  }
  const twice = options.find((option, place) => options.indexOf(option) !== place)
  return twice === undefined ? null : t('dialogs:tagSet.attribute.twice', { option: twice })
}
