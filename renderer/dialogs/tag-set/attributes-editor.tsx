import { t } from '../../../shared/language/translate.ts'
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
      <legend>{t('dialogs:tagSet.attributes.legend')}</legend>
      {attributes.length === 0 ? (
        <p className="dialog-remark">{t('dialogs:tagSet.attributes.none')}</p>
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
            set(t('dialogs:tagSet.attributes.reorder'), order)
          }}
          onRemove={() => {
            const { name } = attribute
            set(t('dialogs:tagSet.attributes.remove', { name }), attributes.toSpliced(place, 1))
          }}
        />
      ))}
      <AdditionForm
        action={t('dialogs:tagSet.attributes.add')}
        disabled={disabled}
        onAdd={(name) => {
          const taken = new Set(attributes.map(({ id }) => id))
          const id = wordIdFor(name, taken, 'attribute')
          const added = attributeSchema.parse({ id, name, kind: 'yesNo', required: false })
          set(t('dialogs:tagSet.attributes.added', { name }), [...attributes, added])
        }}
      />
    </fieldset>
  )
}
