import { useId } from 'react'

import { t } from '../../../shared/language/translate.ts'
import {
  attributeValueText,
  fitsAttribute,
  type Attribute,
  type AttributeValue,
} from '../../../shared/model/attribute.ts'
import { setAttribute } from '../../commands/amending.ts'
import { useSession } from '../../store/use-session.ts'
import { RecordedField } from '../recorded-field.tsx'
import { MissingMark } from './missing-mark.tsx'
import { OptionChips } from './option-chips.tsx'

/** Most options that stand side by side; more of them open as a list. */
const mostChips = 5

/** One question of the label: answered, changed or left open. */
export function AttributeField({
  attribute,
  value,
  annotationId,
  disabled,
}: {
  readonly attribute: Attribute
  readonly value: AttributeValue | null
  readonly annotationId: string
  readonly disabled: boolean
}) {
  const session = useSession()
  const labelId = useId()
  const fits = value !== null && fitsAttribute(attribute, value)
  const missing = attribute.required && !fits
  const marks = missing
    ? ({ 'data-attribute': true, 'data-attribute-missing': true } as const)
    : ({ 'data-attribute': true } as const)
  const words = (
    <>
      {attribute.name} {missing ? <MissingMark /> : null}
    </>
  )

  function answer(next: AttributeValue | null): void {
    setAttribute(session, [annotationId], attribute, next)
  }

  switch (attribute.kind) {
    case 'text':
      return (
        <RecordedField
          disabled={disabled}
          label={words}
          marks={marks}
          onRecord={(text) => {
            answer(text.trim() === '' ? null : text)
          }}
          value={fits ? attributeValueText(value) : ''}
        />
      )
    case 'number':
      return (
        <RecordedField
          disabled={disabled}
          label={words}
          marks={marks}
          onRecord={(text) => {
            answer(text.trim() === '' ? null : numberIn(text))
          }}
          problem={(text) =>
            text.trim() === '' || numberIn(text) !== null ? null : t('panels:attribute.noNumber')
          }
          value={fits ? attributeValueText(value) : ''}
        />
      )
    case 'yesNo': {
      const [yes, no] = [t('panels:attribute.yes'), t('panels:attribute.no')]
      return (
        <div className="field">
          <span className="field-label" id={labelId}>
            {words}
          </span>
          <OptionChips
            chosen={typeof value === 'boolean' ? [value ? yes : no] : []}
            disabled={disabled}
            labelId={labelId}
            marks={marks}
            onChoose={([option]) => {
              answer(option === undefined ? null : option === yes)
            }}
            options={[yes, no]}
            several={false}
          />
        </div>
      )
    }
    case 'choice':
    case 'multipleChoice': {
      const chosen = value === null ? [] : typeof value === 'object' ? value : [value]
      const several = attribute.kind === 'multipleChoice'
      const choose = (options: readonly string[]): void => {
        const [first] = options
        answer(first === undefined ? null : several ? options : first)
      }
      return (
        <div className="field">
          <span className="field-label" id={labelId}>
            {words}
          </span>
          {several || attribute.options.length <= mostChips ? (
            <OptionChips
              chosen={attribute.options.filter((option) => chosen.includes(option))}
              disabled={disabled}
              labelId={labelId}
              marks={marks}
              onChoose={choose}
              options={attribute.options}
              several={several}
            />
          ) : (
            <select
              aria-labelledby={labelId}
              className="select"
              disabled={disabled}
              onChange={(event) => {
                choose(event.target.value === '' ? [] : [event.target.value])
              }}
              value={fits ? attributeValueText(value) : ''}
              {...marks}
            >
              <option value="">{t('panels:attribute.unanswered')}</option>
              {attribute.options.map((option) => (
                <option key={option}>{option}</option>
              ))}
            </select>
          )}
        </div>
      )
    }
  }
}

/** `null` for what is no number; a comma may part the decimals. */
function numberIn(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
