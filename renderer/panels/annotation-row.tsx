import { CircleDashed, StickyNote } from 'lucide-react'
import { ListBoxItem } from 'react-aria-components'

import type { Annotation } from '../../shared/model/annotation.ts'
import { attributeValueText } from '../../shared/model/attribute.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import type { Label } from '../../shared/model/label.ts'
import { LabelSwatch } from './label-swatch.tsx'

/** Row height in CSS px: a line of label and speaker, two lines of quote. */
export const rowHeight = 74

const icon = { size: 13, strokeWidth: 1.75 } as const

/** One annotation in the list. */
export function AnnotationRow(props: {
  readonly annotation: Annotation
  /** `undefined` where the tag set does not have it. */
  readonly label: Label | undefined
  /** Names of the chain, from whoever is nearest to the reader to whoever spoke. */
  readonly speakers: readonly string[]
  /** Whether the caret touches it. */
  readonly isHere: boolean
}) {
  const { annotation, label, speakers } = props
  const name = label?.name ?? annotation.label
  const missing = missingIn(annotation, label)
  const answers = (label?.attributes ?? []).flatMap(({ id, kind }) => {
    const value = annotation.attributes[id]
    return value === undefined || kind === 'text' || kind === 'yesNo'
      ? []
      : [attributeValueText(value)]
  })
  return (
    <ListBoxItem
      className="row annotation-row"
      data-here={props.isHere || undefined}
      // The list gives it only to an item that stands in it directly.
      id={annotation.id}
      textValue={`${name}: ${annotation.quote}`}
    >
      <span className="row-meta">
        {label === undefined ? null : <LabelSwatch label={label} />}
        <span className="row-label">{name}</span>
        {speakers.length === 0 && answers.length === 0 ? null : (
          <span className="row-speaker">
            {[speakers.join(' › '), ...answers].filter(Boolean).join(' · ')}
          </span>
        )}
        {annotation.note === null ? null : <StickyNote aria-label="has a note" {...icon} />}
        {missing.length === 0 ? null : (
          <span className="row-missing" title={`Missing: ${missing.join(', ')}`}>
            <CircleDashed aria-hidden="true" {...icon} />
            <span className="visually-hidden">incomplete, missing {missing.join(', ')}</span>
          </span>
        )}
      </span>
      <span className="row-quote" dir="auto">
        {annotation.quote}
      </span>
    </ListBoxItem>
  )
}
