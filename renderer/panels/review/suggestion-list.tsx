import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

import { formatPercent } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Suggestion } from '../../../shared/model/suggestion.ts'
import { lookAt } from '../../commands/reviewing.ts'
import { proposedQuote, reasonName, suggestionWords } from '../../review/suggestion-words.ts'
import { labelOf } from '../../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { LabelSwatch } from '../label-swatch.tsx'

/** Row height in CSS px: a line of label and reason, a line of words. */
const rowHeight = 52

/** Suggestions in the order of their places; choosing one shows it in the text. */
export function SuggestionList({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  const session = useSession()
  const currentId = useWorkbenchAfterPaint(({ suggestionId }) => suggestionId)
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const text = useWorkbenchAfterPaint(({ document }) => document?.text ?? '')
  if (suggestions.length === 0) return <p className="empty">{t('panels:review.noneFound')}</p>
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        aria-label={t('panels:review.list')}
        className="list review-list"
        dependencies={[labels, text]}
        disallowEmptySelection
        items={suggestions}
        onSelectionChange={(keys) => {
          const chosen = suggestions.find(({ id }) => keys !== 'all' && keys.has(id))
          if (chosen !== undefined) lookAt(session, chosen)
        }}
        selectedKeys={currentId === null ? [] : [currentId]}
        selectionMode="single"
      >
        {(suggestion) => (
          <ListBoxItem
            className="row suggestion-row"
            textValue={suggestionWords(labels, text, suggestion)}
          >
            <SuggestionRow suggestion={suggestion} />
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}

/** Asks for the rest of the state itself: only rows on screen are drawn. */
function SuggestionRow({ suggestion }: { readonly suggestion: Suggestion }) {
  const label = useWorkbenchAfterPaint((state) => labelOf(state, suggestion.label))
  const text = useWorkbenchAfterPaint(({ document }) => document?.text ?? '')
  return (
    <>
      <span className="row-meta">
        {label === undefined ? null : <LabelSwatch label={label} />}
        <span className="row-label">{label?.name ?? suggestion.label}</span>
        <span className="row-speaker">
          {reasonName(suggestion.reason)}
          {suggestion.score === null ? null : ` · ${formatPercent(suggestion.score)}`}
        </span>
      </span>
      <span className="row-quote suggestion-quote" dir="auto">
        {proposedQuote(text, suggestion) || t('panels:review.noWords')}
      </span>
    </>
  )
}
