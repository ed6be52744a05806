import { X } from 'lucide-react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { fitsAttribute, valueOfAttribute } from '../../../shared/model/attribute.ts'
import type { Label } from '../../../shared/model/label.ts'
import { setAttribute } from '../../commands/amending.ts'
import { useSession } from '../../store/use-session.ts'
import { answerWords } from './answer-words.ts'
import { AttributeField } from './attribute-field.tsx'

import './annotation-fields.css'

/** What the label asks of the annotation, and answers that belong to no question of this label. */
export function AttributeFields({
  annotation,
  label,
  disabled,
}: {
  readonly annotation: Annotation
  readonly label: Label | undefined
  readonly disabled: boolean
}) {
  const asked = label?.attributes ?? []
  const strays = Object.entries(annotation.attributes).filter(([id, value]) => {
    const attribute = asked.find((one) => one.id === id)
    return attribute === undefined || !fitsAttribute(attribute, value)
  })
  if (asked.length === 0 && strays.length === 0) return null
  return (
    <div className="attribute-fields">
      {asked.map((attribute) => (
        <AttributeField
          annotationId={annotation.id}
          attribute={attribute}
          disabled={disabled}
          key={`${annotation.id} ${attribute.id} ${attribute.kind}`}
          value={valueOfAttribute(annotation.attributes, attribute.id) ?? null}
        />
      ))}
      {strays.length === 0 ? null : (
        <div aria-label={t('panels:attribute.strays')} className="stray-values" role="group">
          <span className="field-label">{t('panels:attribute.strays')}</span>
          <ul>
            {strays.map(([id, value]) => (
              <StrayValue
                annotationId={annotation.id}
                disabled={disabled}
                id={id}
                key={id}
                text={answerWords(value)}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function StrayValue(props: {
  readonly annotationId: string
  readonly id: string
  readonly text: string
  readonly disabled: boolean
}) {
  const session = useSession()
  const { id } = props
  return (
    <li>
      <span className="stray-value">
        {id}: {props.text}
      </span>
      <Button
        aria-label={t('panels:attribute.takeOut', { name: id, value: props.text })}
        className="button button-quiet button-icon"
        isDisabled={props.disabled}
        onPress={() => {
          setAttribute(session, [props.annotationId], { id, name: id }, null)
        }}
      >
        <X aria-hidden="true" size={14} strokeWidth={1.75} />
      </Button>
    </li>
  )
}
