import { t } from '../../../../shared/language/translate.ts'
import { breachOf } from '../../../../shared/model/annotation.ts'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import { quoteOf } from '../../../../shared/text/span.ts'
import { isWellFormed } from '../../project/well-formed.ts'
import type { Told } from './landed.ts'
import { remark, type Landing } from './landing.ts'
import { wellFormed } from './well-formed.ts'

/** Takes over what waited for review where a Verbatim dataset was made, as far as its document bears it out. */
export function landSuggestion(
  landing: Landing,
  given: Suggestion,
  {
    documentId,
    text,
    place,
  }: { readonly documentId: string; readonly text: string; readonly place: string | null },
): { readonly suggestion: Suggestion | null; readonly told: readonly Told[] } {
  const { expected, found, origin, ...kept } = given
  const about = { thing: 'suggestion', place, id: given.id } as const
  if (!isWellFormed(kept)) {
    const reason = t('remarks:landing.loneSurrogate')
    const told = remark({ ...about, code: 'undecodable', reason })
    return { suggestion: null, told: [{ outcome: 'refused', ...told }] }
  }
  const told: Told[] = []
  const change = (code: Told['code'], reason: string) => {
    told.push({ outcome: 'changed', ...remark({ ...about, code, reason }) })
  }
  const texts = { expected, found, origin }
  const shown = wellFormed(texts)
  if (shown !== texts) {
    change('undecodable', t('remarks:landing.shownMended'))
  }
  const { proposal } = given
  const lies = proposal === null || breachOf(text, proposal, quoteOf(text, proposal)) === null
  if (!lies) {
    change('unlawful', t('remarks:landing.proposalDropped'))
  }
  landing.tagSet.useLabel(given.label, given.attributes)
  const suggestion = {
    ...kept,
    ...shown,
    id: landing.idFor(given.id),
    documentId,
    proposal: lies ? proposal : null,
    attribution: landing.attributionOf(given.attribution),
  }
  return { suggestion, told }
}
