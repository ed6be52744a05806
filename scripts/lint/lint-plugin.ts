import { messageValues } from './message-values.ts'
import { noUntranslatedText } from './no-untranslated-text.ts'
import { translateLate } from './translate-late.ts'

const rules: Readonly<Record<string, object>> = {
  'message-values': messageValues,
  'no-untranslated-text': noUntranslatedText,
  'translate-late': translateLate,
}

/** What oxlint has no rule for, and we want to be held to. */
const plugin = { meta: { name: 'verbatim' }, rules }

// oxlint-disable-next-line import/no-default-export -- oxlint takes plugins so
export default plugin
