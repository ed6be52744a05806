import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

import { formatNumber } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import { activeLabels } from '../../../shared/model/label.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { findWords } from '../../commands/finding.ts'
import {
  acceptSuggestion,
  placeSuggestion,
  rejectSuggestion,
  relabelSuggestion,
} from '../../commands/reviewing.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { reasonExplained } from '../../review/suggestion-words.ts'
import { attributionNames, currentSuggestionOf, labelOf } from '../../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { answerWords } from '../annotation/answer-words.ts'
import { Difference } from './difference.tsx'

/** The suggestion that is looked at: why it waits, what its source says, and what to do with it. */
export function SuggestionDetails() {
  const suggestion = useWorkbenchAfterPaint(currentSuggestionOf)
  if (suggestion === null) return <p className="review-hint">{t('panels:review.hint')}</p>
  return (
    <section aria-label={t('panels:review.suggestion')} className="suggestion-details">
      <Actions suggestion={suggestion} />
      <p className="suggestion-reason">{reasonExplained(suggestion.reason)}</p>
      <Texts suggestion={suggestion} />
      <LabelChoice suggestion={suggestion} />
      <Facts suggestion={suggestion} />
    </section>
  )
}

function Actions({ suggestion }: { readonly suggestion: Suggestion }) {
  const session = useSession()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const hasLabel = useWorkbenchAfterPaint((state) => labelOf(state, suggestion.label) !== undefined)
  const selected = useWorkbenchAfterPaint(
    ({ selection }) => selection !== null && selection.anchor !== selection.focus,
  )
  return (
    <div aria-label={t('panels:review.settle')} className="suggestion-actions" role="group">
      <Button
        className="button button-primary"
        isDisabled={readOnly || !hasLabel || suggestion.proposal === null}
        onPress={() => {
          acceptSuggestion(session)
        }}
      >
        {t('panels:review.accept')}
      </Button>
      <Button
        className="button"
        isDisabled={readOnly || !hasLabel || !selected}
        onPress={() => {
          placeSuggestion(session)
        }}
      >
        {t('panels:review.useSelection')}
      </Button>
      <Button
        className="button"
        isDisabled={readOnly}
        onPress={() => {
          rejectSuggestion(session)
        }}
      >
        {t('panels:review.reject')}
      </Button>
    </div>
  )
}

function Texts({ suggestion }: { readonly suggestion: Suggestion }) {
  const session = useSession()
  const { expected, found, reason, proposal } = suggestion
  const words = expected ?? found
  if (words === null) return null
  return (
    <div className="suggestion-texts">
      {expected !== null && found !== null && reason === 'quoteDiffers' ? (
        <Difference expected={expected} found={found} />
      ) : (
        <Fact name={t(expected === null ? 'panels:review.thereIs' : 'panels:review.sourceSays')}>
          <q dir="auto">{words}</q>
        </Fact>
      )}
      {proposal === null ? (
        <Button
          className="button button-quiet"
          onPress={() => {
            findWords(session, words)
          }}
        >
          {t('panels:review.find')}
        </Button>
      ) : null}
    </div>
  )
}

function LabelChoice({ suggestion }: { readonly suggestion: Suggestion }) {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const known = labels.some(({ id }) => id === suggestion.label)
  const offered = activeLabels(labels)
  const own = labels.filter(({ id, archived }) => id === suggestion.label && archived)
  return (
    <Choice
      disabled={readOnly}
      label={t('common:label')}
      labelled="before"
      onChange={(id) => {
        const label = labels.find((one) => one.id === id)
        if (label !== undefined) relabelSuggestion(session, label)
      }}
      value={known ? suggestion.label : ''}
    >
      {known ? null : (
        <option value="">{t('panels:review.unknownLabel', { label: suggestion.label })}</option>
      )}
      <NamedOptions things={[...offered, ...own]} />
    </Choice>
  )
}

function Facts({ suggestion }: { readonly suggestion: Suggestion }) {
  const speakers = useWorkbenchAfterPaint((state) => attributionNames(state, suggestion))
  const label = useWorkbenchAfterPaint((state) => labelOf(state, suggestion.label))
  const attributes = Object.entries(suggestion.attributes).map(([id, value]) => {
    const name = label?.attributes.find((attribute) => attribute.id === id)?.name ?? id
    return `${name}: ${answerWords(value)}`
  })
  const { score, note, origin, relations } = suggestion
  return (
    <div className="suggestion-facts">
      {speakers.length === 0 ? null : (
        <Fact name={t('common:speaker')}>{speakers.join(' › ')}</Fact>
      )}
      {attributes.length === 0 ? null : (
        <Fact name={t('panels:review.attributes')}>{attributes.join(t('common:comma'))}</Fact>
      )}
      {note === null ? null : <Fact name={t('common:note')}>{note}</Fact>}
      {score === null ? null : (
        <Fact name={t('panels:review.score')}>
          {formatNumber(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}
        </Fact>
      )}
      {relations.length === 0 ? null : (
        <Fact name={t('panels:review.relations')}>{formatNumber(relations.length)}</Fact>
      )}
      <Fact name={t('panels:review.from')}>{origin}</Fact>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <p className="suggestion-fact">
      <span className="suggestion-fact-name">{name}</span> {children}
    </p>
  )
}
