import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react'
import { Button, Label as FieldLabel, Radio, RadioGroup } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { remove, setNote } from '../commands/amending.ts'
import { nudge, type Edge } from '../commands/boundaries.ts'
import { selectAnnotation } from '../commands/navigation.ts'
import { annotationsAtCaret, currentAnnotationOf } from '../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { AttributeFields } from './annotation/attribute-fields.tsx'
import { AttributionField } from './annotation/attribution-field.tsx'
import { LabelChoice } from './annotation/label-choice.tsx'
import { RelationLinks } from './annotation/relation-links.tsx'
import { LabelSwatch } from './label-swatch.tsx'
import { RecordedField } from './recorded-field.tsx'
import { useReadingDirection } from './use-reading-direction.ts'

const icon = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const

/** The annotation being worked on, with everything that can be changed about it. */
export function CurrentAnnotation() {
  const session = useSession()
  const annotation = useWorkbenchAfterPaint(currentAnnotationOf)
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  if (annotation === null) return null
  const label = labels.find(({ id }) => id === annotation.label)
  return (
    <div aria-label={t('panels:current.title')} className="current-annotation" role="group">
      <div className="current-fields">
        <Overlaps current={annotation} />
        <blockquote className="current-quote" dir="auto">
          {annotation.quote}
        </blockquote>
        <LabelChoice annotation={annotation} disabled={readOnly} key={`label ${annotation.id}`} />
        {label?.speaker === null && annotation.attribution.length === 0 ? null : (
          <AttributionField
            annotation={annotation}
            disabled={readOnly}
            key={`speaker ${annotation.id}`}
            required={label?.speaker?.required === true}
            title={label?.speaker?.title ?? t('common:speaker')}
          />
        )}
        <AttributeFields annotation={annotation} disabled={readOnly} label={label} />
        <RecordedField
          disabled={readOnly}
          id="annotation-note"
          key={`note ${annotation.id}`}
          label={t('common:note')}
          multiline
          onRecord={(value) => {
            setNote(session, annotation.id, value)
          }}
          value={annotation.note ?? ''}
        />
        <RelationLinks annotation={annotation} />
      </div>
      <div className="current-actions">
        <EdgeButtons disabled={readOnly} edge="start" />
        <EdgeButtons disabled={readOnly} edge="end" />
        <Button
          aria-label={t('panels:current.delete')}
          className="button button-quiet button-danger"
          isDisabled={readOnly}
          onPress={() => {
            remove(session, [annotation.id])
            session.article()?.focus()
          }}
        >
          <Trash2 {...icon} /> {t('common:delete')}
        </Button>
      </div>
    </div>
  )
}

/** Where several annotations lie at the caret: which of them is meant. */
function Overlaps({ current }: { readonly current: Annotation }) {
  const session = useSession()
  const here = useWorkbenchAfterPaint(annotationsAtCaret)
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  if (here.length < 2 || !here.some(({ id }) => id === current.id)) return null
  return (
    <RadioGroup
      aria-label={t('panels:current.overlaps')}
      className="overlaps"
      onChange={(id) => {
        selectAnnotation(session, id)
      }}
      orientation="horizontal"
      value={current.id}
    >
      {here.map((annotation) => {
        const label = labels.find(({ id }) => id === annotation.label)
        return (
          <Radio className="choice" key={annotation.id} value={annotation.id}>
            {label === undefined ? null : <LabelSwatch label={label} />}
            <span className="overlap-label">{label?.name ?? annotation.label}</span>
            <span className="overlap-quote">{annotation.quote}</span>
          </Radio>
        )
      })}
    </RadioGroup>
  )
}

function EdgeButtons({ edge, disabled }: { readonly edge: Edge; readonly disabled: boolean }) {
  const session = useSession()
  const direction = useReadingDirection() ?? undefined
  return (
    <div className="edge-buttons">
      <FieldLabel elementType="span">{t(`panels:current.edges.${edge}`)}</FieldLabel>
      {/* The arrows point as the text runs, which need not be as the window does. */}
      <span className="edge-steps" dir={direction}>
        {(['back', 'forward'] as const).map((way) => (
          <Button
            aria-label={t(`panels:current.move.${edge}.${way}`)}
            className="button button-quiet button-icon"
            isDisabled={disabled}
            key={way}
            onPress={() => {
              nudge(session, edge, way)
            }}
          >
            {way === 'back' ? <ChevronLeft {...icon} /> : <ChevronRight {...icon} />}
          </Button>
        ))}
      </span>
    </div>
  )
}
