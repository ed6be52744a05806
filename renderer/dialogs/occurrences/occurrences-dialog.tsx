import { useMemo, useState } from 'react'
import { Button, Form } from 'react-aria-components'

import type { CallValue } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { activeLabels } from '../../../shared/model/label.ts'
import { tagOccurrences } from '../../commands/occurrences.ts'
import { Check } from '../../controls/check.tsx'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { StayingButton } from '../../controls/staying-button.tsx'
import { currentAnnotationOf } from '../../store/selectors.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { groupPlaces, placesOf } from './occurrence-groups.ts'
import { OccurrenceList } from './occurrence-list.tsx'
import { useOccurrences } from './use-occurrences.ts'

import './occurrences-dialog.css'

/** Tags the same words wherever they occur; each place is shown first and can be left out. */
export function OccurrencesDialog() {
  const session = useSession()
  const text = useWorkbench(({ occurrencesOf }) => occurrencesOf)
  const labels = useWorkbench(({ project }) => activeLabels(project?.labels ?? []))
  const documents = useWorkbench(({ project }) => project?.documents ?? [])
  const openId = useWorkbench(({ document }) => document?.document.id ?? null)
  const [labelId, setLabelId] = useState(
    () => currentAnnotationOf(session.store.getState())?.label ?? labels[0]?.id,
  )
  const [matchCase, setMatchCase] = useState(true)
  const [wholeWords, setWholeWords] = useState(true)
  const [everywhere, setEverywhere] = useState(false)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())

  const documentId = everywhere ? null : openId
  const found = useOccurrences({ text, matchCase, wholeWords, documentId })
  const label = labels.find(({ id }) => id === labelId) ?? labels[0]
  const places = useMemo(() => placesOf(found?.occurrences ?? []), [found])
  const groups = useMemo(() => groupPlaces(places, documents), [places, documents])
  const tagged = useMemo(() => {
    const same = places.filter(
      ({ labels: given }) => label !== undefined && given.includes(label.id),
    )
    return new Set(same.map(({ id }) => id))
  }, [places, label])
  const free = places.map(({ id }) => id).filter((id) => !tagged.has(id))
  const ticked = new Set(free.filter((id) => !unticked.has(id)))
  const tickOnly = (kept: ReadonlySet<string>): void => {
    setUnticked(new Set(free.filter((id) => !kept.has(id))))
  }

  const close = (): void => {
    session.store.setState({ dialog: null })
  }
  const tag = (): void => {
    if (label === undefined || ticked.size === 0) return
    close()
    tagOccurrences(
      session,
      label,
      places.filter(({ id }) => ticked.has(id)),
    )
  }

  return (
    <DialogFrame onClose={close} title={t('jobs:occurrences.title')}>
      <Form
        className="occurrences"
        onSubmit={(event) => {
          event.preventDefault()
          tag()
        }}
      >
        <blockquote className="occurrences-text" dir="auto">
          {text}
        </blockquote>
        <div className="occurrences-options">
          <Choice
            label={t('jobs:occurrences.label')}
            labelled="before"
            onChange={setLabelId}
            value={label?.id ?? ''}
          >
            <NamedOptions things={labels} />
          </Choice>
          <Choice
            label={t('jobs:occurrences.where')}
            labelled="before"
            onChange={(where) => {
              setEverywhere(where === 'all')
            }}
            value={everywhere ? 'all' : 'one'}
          >
            <option value="one">{t('jobs:occurrences.here')}</option>
            <option value="all">{t('jobs:occurrences.everywhere')}</option>
          </Choice>
          <Check
            disabled={false}
            isOn={matchCase}
            name={t('jobs:occurrences.matchCase')}
            onChange={setMatchCase}
          />
          <Check
            disabled={false}
            isOn={wholeWords}
            name={t('jobs:occurrences.wholeWords')}
            onChange={setWholeWords}
          />
        </div>
        <div className="occurrences-head">
          <span role="status">
            {found === null ? t('jobs:occurrences.looking') : summaryOf(found, groups.length)}
          </span>
          <StayingButton
            className="button button-quiet"
            isDisabled={ticked.size === free.length}
            onPress={() => {
              setUnticked(new Set())
            }}
          >
            {t('jobs:occurrences.selectAll')}
          </StayingButton>
          <StayingButton
            className="button button-quiet"
            isDisabled={ticked.size === 0}
            onPress={() => {
              tickOnly(new Set())
            }}
          >
            {t('jobs:occurrences.selectNone')}
          </StayingButton>
        </div>
        {found === null ? null : (
          <OccurrenceList groups={groups} onTick={tickOnly} tagged={tagged} ticked={ticked} />
        )}
        <div className="dialog-actions">
          <Button className="button button-quiet" onPress={close}>
            {t('common:cancel')}
          </Button>
          <Button className="button button-primary" isDisabled={ticked.size === 0} type="submit">
            {t('jobs:occurrences.tag', { count: ticked.size })}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  )
}

function summaryOf(
  { occurrences, complete }: CallValue<'occurrences.find'>,
  documents: number,
): string {
  const found = t('jobs:occurrences.found', { count: occurrences.length })
  const places =
    documents > 1 ? t('jobs:occurrences.inDocuments', { places: found, count: documents }) : found
  return complete ? places : t('jobs:occurrences.incomplete', { places })
}
