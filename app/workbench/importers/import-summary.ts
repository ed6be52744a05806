import type { Language } from '../../../shared/language/languages.ts'
import { t } from '../../../shared/language/translate.ts'

/** What the summaries of imports begin with in each language: nothing else in the journal tells them from what people did. */
export const importHeads: Readonly<Record<Language, string>> = {
  en: 'Import ',
  ar: 'استيراد ',
  ru: 'Импортировать ',
}

/** What an import added, for the journal. */
export function importSummary(documents: readonly { readonly title: string }[]): string {
  const [first, ...others] = documents
  if (first === undefined) return t('acts:import.annotations')
  return others.length === 0
    ? t('acts:import.one', { title: first.title })
    : t('acts:import.documents', { count: documents.length })
}
