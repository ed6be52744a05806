import { useRef } from 'react'

import { languageNames, languagePreferences, languages } from '../../shared/language/languages.ts'
import { t } from '../../shared/language/translate.ts'
import type { Preferences } from '../../shared/preferences.ts'
import { Choice } from '../controls/choice.tsx'
import { useAim } from '../store/use-aim.ts'

/** What the window speaks. The window is drawn anew with the words of the other language. */
export function LanguageField({
  language,
  onChange,
}: {
  readonly language: Preferences['language']
  readonly onChange: (language: Preferences['language']) => void
}) {
  const field = useRef<HTMLDivElement>(null)
  useAim('language', () => {
    field.current?.querySelector('select')?.focus()
  })
  return (
    <div className="field" ref={field}>
      <Choice
        label={t('dialogs:preferences.language')}
        onChange={(value) => {
          const chosen = languagePreferences.find((one) => one === value)
          if (chosen !== undefined) onChange(chosen)
        }}
        value={language}
      >
        <option value="system">{t('dialogs:preferences.systemLanguage')}</option>
        {languages.map((one) => (
          <option key={one} lang={one} value={one}>
            {languageNames[one]}
          </option>
        ))}
      </Choice>
    </div>
  )
}
