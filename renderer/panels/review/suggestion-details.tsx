import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

import { attributeValueText } from '../../../shared/model/attribute.ts'
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
import { reasonSentences } from '../../review/suggestion-words.ts'
import { attributionNames, currentSuggestionOf, labelOf } from '../../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { Difference } from './difference.tsx'

/** The suggestion that is looked at: why it waits, what its source says, and what to do with it. */
export function SuggestionDetails() {
  const suggestion = useWorkbenchAfterPaint(currentSuggestionOf)
  if (suggestion === null) return <p className="review-hint">Choose one to look at it.</p>
  return (
    <section aria-label="Suggestion" className="suggestion-details">
      <Actions suggestion={suggestion} />
      <p className="suggestion-reason">{reasonSentences[suggestion.reason]}</p>
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
    <div aria-label="Settle" className="suggestion-actions" role="group">
      <Button
        className="button button-primary"
        isDisabled={readOnly || !hasLabel || suggestion.proposal === null}
        onPress={() => {
          acceptSuggestion(session)
        }}
      >
        Accept
      </Button>
      <Button
        className="button"
        isDisabled={readOnly || !hasLabel || !selected}
        onPress={() => {
          placeSuggestion(session)
        }}
      >
        Use selection
      </Button>
      <Button
        className="button"
        isDisabled={readOnly}
        onPress={() => {
          rejectSuggestion(session)
        }}
      >
        Reject
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
        <Fact name={expected === null ? 'There is' : 'Source says'}>
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
          Find in the text
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
      label="Label"
      labelled="before"
      onChange={(id) => {
        const label = labels.find((one) => one.id === id)
        if (label !== undefined) relabelSuggestion(session, label)
      }}
      value={known ? suggestion.label : ''}
    >
      {known ? null : <option value="">{suggestion.label} (not in the tag set)</option>}
      <NamedOptions things={[...offered, ...own]} />
    </Choice>
  )
}

function Facts({ suggestion }: { readonly suggestion: Suggestion }) {
  const speakers = useWorkbenchAfterPaint((state) => attributionNames(state, suggestion))
  const label = useWorkbenchAfterPaint((state) => labelOf(state, suggestion.label))
  const attributes = Object.entries(suggestion.attributes).map(([id, value]) => {
    const name = label?.attributes.find((attribute) => attribute.id === id)?.name ?? id
    return `${name}: ${attributeValueText(value)}`
  })
  const { score, note, origin, relations } = suggestion
  return (
    <div className="suggestion-facts">
      {speakers.length === 0 ? null : <Fact name="Speaker">{speakers.join(' › ')}</Fact>}
      {attributes.length === 0 ? null : <Fact name="Attributes">{attributes.join(', ')}</Fact>}
      {note === null ? null : <Fact name="Note">{note}</Fact>}
      {score === null ? null : <Fact name="Score">{score.toFixed(2)}</Fact>}
      {relations.length === 0 ? null : <Fact name="Relations">{relations.length}</Fact>}
      <Fact name="From">{origin}</Fact>
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
