import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { currentAnnotationOf } from '../../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { Guideline } from './guideline.tsx'

import './guidelines-panel.css'

/**
 * How to decide, beside the text: the guideline of the annotation's label, or of the label that somebody points at or
 * looks up here.
 */
export function GuidelinesPanel() {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const current = useWorkbenchAfterPaint((state) => currentAnnotationOf(state)?.label ?? null)
  const consulted = useWorkbenchAfterPaint(({ consultedLabel }) => consultedLabel)
  const [chosen, setChosen] = useState<LookUp | null>(null)
  // Looking another one up lasts until something else is asked for.
  const lookedUp =
    chosen?.current === current && chosen.consulted === consulted ? chosen.label : null
  const label =
    find(labels, lookedUp) ?? find(labels, current) ?? find(labels, consulted) ?? labels[0]
  return (
    <div className="guidelines">
      <div className="guidelines-head">
        <select
          aria-label={t('panels:guidelines.of')}
          className="select"
          onChange={(event) => {
            setChosen({ label: event.target.value, current, consulted })
          }}
          value={label?.id ?? ''}
        >
          {labels.map(({ id, name, archived }) => (
            <option key={id} value={id}>
              {archived ? t('panels:guidelines.archived', { name }) : name}
            </option>
          ))}
        </select>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'tagSet' })
          }}
        >
          <Pencil aria-hidden="true" size={14} strokeWidth={1.75} />{' '}
          {t('panels:guidelines.editTagSet')}
        </Button>
      </div>
      {label === undefined ? null : <Guideline label={label} />}
    </div>
  )
}

/** A label that was looked up, and what else was asked for at that time. */
type LookUp = {
  readonly label: string
  readonly current: string | null
  readonly consulted: string | null
}

function find(labels: readonly Label[], id: string | null): Label | undefined {
  return labels.find((label) => label.id === id)
}
