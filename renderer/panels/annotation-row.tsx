import { CircleDashed, StickyNote } from 'lucide-react'

import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { valueOfAttribute } from '../../shared/model/attribute.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import { touches } from '../../shared/text/span.ts'
import { attributionNames, labelOf } from '../store/selectors.ts'
import { useWorkbenchAfterPaint } from '../store/use-session.ts'
import { answerWords } from './annotation/answer-words.ts'
import { LabelSwatch } from './label-swatch.tsx'

/** Row height in CSS px: a line of label and speaker, two lines of quote. */
export const rowHeight = 74

const icon = { size: 13, strokeWidth: 1.75 } as const

/**
 * What a row of the list shows. It asks for the rest of the state itself: only rows on screen are drawn, while the list
 * takes each of its thousands of items in hand when something that it is given changes.
 */
export function AnnotationRow({ annotation }: { readonly annotation: Annotation }) {
  const label = useWorkbenchAfterPaint((state) => labelOf(state, annotation.label))
  const speakers = useWorkbenchAfterPaint((state) => attributionNames(state, annotation))
  const isHere = useWorkbenchAfterPaint(
    ({ selection }) => selection !== null && touches(annotation.spans, selection.focus),
  )
  const missing = missingIn(annotation, label)
  const names = missing.join(t('common:comma'))
  const answers = (label?.attributes ?? []).flatMap(({ id, kind }) => {
    const value = valueOfAttribute(annotation.attributes, id)
    return value === undefined || kind === 'text' || kind === 'yesNo' ? [] : [answerWords(value)]
  })
  const details = [speakers.join(' › '), ...answers].filter((detail) => detail !== '').join(' · ')
  return (
    <>
      {isHere ? <span className="row-here" /> : null}
      <span className="row-meta">
        {label === undefined ? null : <LabelSwatch label={label} />}
        <span className="row-label" title={label?.name}>
          {label?.name ?? annotation.label}
        </span>
        {details === '' ? null : <span className="row-speaker">{details}</span>}
        {annotation.note === null ? null : (
          <StickyNote aria-label={t('panels:annotations.hasNote')} {...icon} />
        )}
        {missing.length === 0 ? null : (
          <span className="row-missing" title={t('panels:annotations.missing', { names })}>
            <CircleDashed aria-hidden="true" {...icon} />
            <span className="visually-hidden">
              {t('panels:annotations.incompleteMissing', { names })}
            </span>
          </span>
        )}
      </span>
      <span className="row-quote" dir="auto">
        {annotation.quote}
      </span>
    </>
  )
}
