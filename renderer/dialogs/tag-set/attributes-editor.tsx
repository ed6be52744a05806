import { attributeSchema, type Attribute } from '../../../shared/model/attribute.ts'
import type { Label } from '../../../shared/model/label.ts'
import { wordIdFor } from '../../../shared/model/word-id.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { useSession } from '../../store/use-session.ts'
import { AdditionForm } from './addition-form.tsx'
import { AttributeEditor } from './attribute-editor.tsx'

/** The questions that a label asks of its annotations, in their order. */
export function AttributesEditor({
  label,
  disabled,
}: {
  readonly label: Label
  readonly disabled: boolean
}) {
  const session = useSession()
  const { attributes } = label

  function set(summary: string, next: readonly Attribute[]): void {
    changeLabel(session, label.id, summary, { attributes: next })
  }

  return (
    <fieldset className="editor-part">
      <legend>Attributes</legend>
      {attributes.length === 0 ? (
        <p className="dialog-remark">
          None. An attribute asks something of each annotation, such as how certain a claim is.
        </p>
      ) : null}
      {attributes.map((attribute, place) => (
        <AttributeEditor
          attribute={attribute}
          disabled={disabled}
          isFirst={place === 0}
          isLast={place === attributes.length - 1}
          key={attribute.id}
          onChange={(summary, next) => {
            set(summary, attributes.toSpliced(place, 1, next))
          }}
          onMove={(by) => {
            const order = attributes.toSpliced(place, 1).toSpliced(place + by, 0, attribute)
            set('Reorder attributes', order)
          }}
          onRemove={() => {
            set(`Remove attribute ${attribute.name}`, attributes.toSpliced(place, 1))
          }}
        />
      ))}
      <AdditionForm
        action="Add attribute"
        disabled={disabled}
        onAdd={(name) => {
          const taken = new Set(attributes.map(({ id }) => id))
          const id = wordIdFor(name, taken, 'attribute')
          const added = attributeSchema.parse({ id, name, kind: 'yesNo', required: false })
          set(`Add attribute ${name}`, [...attributes, added])
        }}
      />
    </fieldset>
  )
}
