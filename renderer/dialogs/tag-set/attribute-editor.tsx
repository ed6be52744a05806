import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Button } from 'react-aria-components'

import type { Attribute, AttributeKind } from '../../../shared/model/attribute.ts'
import { Check } from '../../controls/check.tsx'
import { Choice } from '../../controls/choice.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'

const kinds: readonly { readonly kind: AttributeKind; readonly words: string }[] = [
  { kind: 'choice', words: 'One of several options' },
  { kind: 'multipleChoice', words: 'Any of several options' },
  { kind: 'yesNo', words: 'Yes or no' },
  { kind: 'number', words: 'A number' },
  { kind: 'text', words: 'Words' },
]

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
  return (
    <div aria-label={`Attribute ${attribute.name}`} className="attribute-editor" role="group">
      <div className="editor-row">
        <RecordedField
          disabled={disabled}
          label="Name"
          onRecord={(name) => {
            onChange(`Rename attribute ${attribute.name}`, { ...attribute, name: name.trim() })
          }}
          problem={(name) => (name.trim() === '' ? 'An attribute needs a name.' : null)}
          value={attribute.name}
        />
        <Choice
          disabled={disabled}
          label="Kind"
          onChange={(chosen) => {
            const next = kinds.find(({ kind }) => kind === chosen)
            if (next === undefined) return
            onChange(`Change kind of ${attribute.name}`, ofKind(attribute, next.kind))
          }}
          value={attribute.kind}
        >
          {kinds.map(({ kind, words }) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </Choice>
      </div>
      {'options' in attribute ? (
        <RecordedField
          disabled={disabled}
          label="Options, one per line"
          multiline
          onRecord={(text) => {
            const options = optionsIn(text)
            onChange(`Change options of ${attribute.name}`, { ...attribute, options })
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
          name="Required"
          onChange={(required) => {
            onChange(`Change whether ${attribute.name} is required`, { ...attribute, required })
          }}
        />
        <span className="dialog-remark">
          <code>{attribute.id}</code>
        </span>
        <Button
          aria-label={`Move ${attribute.name} up`}
          className="button button-quiet button-icon"
          isDisabled={disabled || props.isFirst}
          onPress={() => {
            props.onMove(-1)
          }}
        >
          <ArrowUp {...icon} />
        </Button>
        <Button
          aria-label={`Move ${attribute.name} down`}
          className="button button-quiet button-icon"
          isDisabled={disabled || props.isLast}
          onPress={() => {
            props.onMove(1)
          }}
        >
          <ArrowDown {...icon} />
        </Button>
        <Button
          aria-label={`Remove ${attribute.name}`}
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
  const options = 'options' in rest ? rest.options : ['first option', 'second option']
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
  if (options.length === 0) return 'At least one option is needed.'
  if (options.length > 100) return 'There can be at most 100 options.'
  const long = options.find((option) => option.length > 200)
  if (long !== undefined) return `“${long.slice(0, 30)}…” is longer than 200 letters.`
  const twice = options.find((option, place) => options.indexOf(option) !== place)
  return twice === undefined ? null : `“${twice}” is there twice.`
}
