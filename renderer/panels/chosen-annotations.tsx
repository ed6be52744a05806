import { Trash2, X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { activeLabels } from '../../shared/model/label.ts'
import { extentOf, type Span } from '../../shared/text/span.ts'
import { relabel, remove } from '../commands/amending.ts'
import { setAttribution, type SpeakerChoice } from '../commands/attributing.ts'
import { chooseAnnotations } from '../commands/navigation.ts'
import { StayingButton } from '../controls/staying-button.tsx'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { SpeakerEntry } from './annotation/speaker-entry.tsx'
import { LabelSwatch } from './label-swatch.tsx'

import './chosen-annotations.css'

/** What can be done to several annotations at once; each is one step to undo. */
export function ChosenAnnotations() {
  const session = useSession()
  const ids = useWorkbenchAfterPaint(({ chosenIds }) => chosenIds)
  const labels = useWorkbenchAfterPaint(({ project }) => activeLabels(project?.labels ?? []))
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  return (
    <div aria-label={t('panels:chosen.title')} className="current-annotation chosen" role="group">
      <div className="chosen-head">
        <strong>{t('panels:chosen.count', { count: ids.length })}</strong>
        <Button
          className="button button-quiet"
          onPress={() => {
            chooseAnnotations(session, [])
          }}
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} /> {t('common:chooseNone')}
        </Button>
      </div>
      <div aria-label={t('panels:chosen.labels')} className="label-choice" role="group">
        {labels.map((label) => (
          <Button
            className="button"
            isDisabled={readOnly}
            key={label.id}
            onPress={() => {
              relabel(session, ids, label)
            }}
          >
            <LabelSwatch label={label} /> {label.name}
          </Button>
        ))}
      </div>
      <SpeakerForAll disabled={readOnly} ids={ids} />
      <div className="current-actions">
        <Button
          className="button button-quiet button-danger"
          isDisabled={readOnly}
          onPress={() => {
            remove(session, ids)
            session.article()?.focus()
          }}
        >
          <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
          {t('panels:chosen.delete', { count: ids.length })}
        </Button>
      </div>
    </div>
  )
}

/** Whoever is named already may be named for all. */
const nobody: readonly string[] = []

/** Names who speaks in all that are chosen, in the place of whoever was named there. */
function SpeakerForAll({
  ids,
  disabled,
}: {
  readonly ids: readonly string[]
  readonly disabled: boolean
}) {
  const session = useSession()
  const labelId = useId()
  const [typed, setTyped] = useState('')
  const annotations = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const near = useMemo(() => extentOfAll(annotations, ids), [annotations, ids])

  function name(choice: SpeakerChoice): void {
    setAttribution(session, ids, [choice])
    setTyped('')
  }

  return (
    <div className="chosen-speaker">
      <div className="field">
        <span className="field-label" id={labelId}>
          {t('panels:chosen.speaker')}
        </span>
        <SpeakerEntry
          chain={nobody}
          disabled={disabled}
          labelledBy={labelId}
          near={near}
          onName={name}
          onType={setTyped}
          typed={typed}
        />
      </div>
      <StayingButton
        className="button"
        isDisabled={disabled || typed.trim() === ''}
        onPress={() => {
          name({ name: typed })
        }}
      >
        {t('panels:chosen.setSpeaker')}
      </StayingButton>
    </div>
  )
}

/** From the first of some annotations to the last, which stand in reading order. */
function extentOfAll(annotations: readonly Annotation[], ids: readonly string[]): Span {
  const chosen = new Set(ids)
  const isChosen = ({ id }: Annotation): boolean => chosen.has(id)
  return {
    start: extentOf(annotations.find(isChosen)?.spans ?? []).start,
    end: extentOf(annotations.findLast(isChosen)?.spans ?? []).end,
  }
}
