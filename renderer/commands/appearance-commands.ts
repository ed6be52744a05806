import { formatNumber } from '../../shared/language/format.ts'
import { languageNames } from '../../shared/language/languages.ts'
import { t } from '../../shared/language/translate.ts'
import {
  defaultPreferences,
  lineHeightRange,
  measureRange,
  textSizeRange,
  themes,
  typefaces,
  type Preferences,
} from '../../shared/preferences.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { openDialog } from './dialogs.ts'
import { setPreferences } from './preferences.ts'

/** What a theme is called. */
export function themeName(theme: Preferences['theme']): string {
  return t(`commands:appearance.themes.${theme}`)
}

/** What a typeface is called. */
export function typefaceName(typeface: Preferences['typeface']): string {
  return t(`commands:appearance.typefaces.${typeface}`)
}

/** `1.90` of 190. */
export function lineHeightInWords(lineHeight: number): string {
  return formatNumber(lineHeight / 100, { minimumFractionDigits: 2 })
}

/** Something about the text of the article that is more or less. */
type Measure = {
  readonly name: 'textSize' | 'measure' | 'lineHeight'
  readonly range: { readonly min: number; readonly max: number }
  readonly words: string
  readonly say: (size: number) => string
}

/** Keys of the themes by place, behind those of the statuses of documents. */
const firstThemeDigit = 5

/** How the article and the window look, and what the window speaks. */
export function appearanceCommands(): readonly Command[] {
  return [
    ...measureCommands(),
    {
      id: 'nextTypeface',
      title: t('commands:appearance.typeface.next'),
      words: t('commands:appearance.typeface.words'),
      group: 'show',
      views: ['desk'],
      keys: ['Alt+Shift+KeyF'],
      scope: 'window',
      run: (session) => {
        const present = session.store.getState().preferences?.typeface ?? 'serif'
        const next = typefaces[(typefaces.indexOf(present) + 1) % typefaces.length] ?? present
        void setPreferences(session, { typeface: next })
        session.announce(t('commands:appearance.typeface.now', { typeface: typefaceName(next) }))
      },
    },
    ...themes.map((theme, index): Command => ({
      id: `theme-${theme}`,
      title: t('commands:appearance.theme.title', { theme: themeName(theme) }),
      words: t('commands:appearance.theme.words'),
      group: 'show',
      keys: [`Alt+Shift+Digit${index + firstThemeDigit}`],
      scope: 'window',
      run: (session) => {
        void setPreferences(session, { theme })
        session.announce(t('commands:appearance.theme.now', { theme: themeName(theme) }))
      },
    })),
    {
      id: 'usualAppearance',
      title: t('commands:appearance.usual.title'),
      words: t('commands:appearance.usual.words'),
      group: 'show',
      keys: ['Alt+Shift+Digit9'],
      scope: 'window',
      run: (session) => {
        setUsualAppearance(session)
        session.announce(t('commands:appearance.usual.now'))
      },
    },
    {
      id: 'language',
      title: t('commands:appearance.language.title'),
      // Whoever cannot read the present language looks for their own.
      words: `${t('commands:appearance.language.words')} ${Object.values(languageNames).join(' ')}`,
      group: 'show',
      keys: ['Alt+KeyL'],
      scope: 'always',
      run: (session) => {
        openDialog(session, 'preferences', 'language')
      },
    },
  ]
}

function measureCommands(): readonly Command[] {
  const textSize: Measure = {
    name: 'textSize',
    range: textSizeRange,
    words: t('commands:appearance.textSize.words'),
    say: (size) => t('commands:appearance.textSize.now', { size }),
  }
  const lineLength: Measure = {
    name: 'measure',
    range: measureRange,
    words: t('commands:appearance.lineLength.words'),
    say: (count) => t('commands:appearance.lineLength.now', { count }),
  }
  const lineHeight: Measure = {
    name: 'lineHeight',
    range: lineHeightRange,
    words: t('commands:appearance.lineHeight.words'),
    say: (size) => t('commands:appearance.lineHeight.now', { height: lineHeightInWords(size) }),
  }
  return [
    measured(
      'largerText',
      t('commands:appearance.textSize.larger'),
      ['[Shift]++', '='],
      textSize,
      1,
    ),
    measured('smallerText', t('commands:appearance.textSize.smaller'), ['-'], textSize, -1),
    measured(
      'longerLines',
      t('commands:appearance.lineLength.longer'),
      ['Alt+Shift+KeyK'],
      lineLength,
      4,
    ),
    measured(
      'shorterLines',
      t('commands:appearance.lineLength.shorter'),
      ['Alt+Shift+KeyJ'],
      lineLength,
      -4,
    ),
    measured(
      'greaterLineHeight',
      t('commands:appearance.lineHeight.greater'),
      ['Alt+Shift+KeyH'],
      lineHeight,
      10,
    ),
    measured(
      'smallerLineHeight',
      t('commands:appearance.lineHeight.smaller'),
      ['Alt+Shift+KeyG'],
      lineHeight,
      -10,
    ),
  ]
}

/** Everything about the look as it comes; keys, name and language stay. */
export function setUsualAppearance(session: Session): void {
  const { keys: _keys, language: _language, ...appearance } = defaultPreferences
  void setPreferences(session, appearance)
}

function measured(
  id: string,
  title: string,
  keys: readonly string[],
  { name, range, words, say }: Measure,
  by: number,
): Command {
  return {
    id,
    title,
    words,
    group: 'show',
    views: ['desk'],
    keys,
    scope: 'article',
    run: (session) => {
      const { preferences } = session.store.getState()
      if (preferences === null) return
      const size = Math.min(Math.max(preferences[name] + by, range.min), range.max)
      if (size !== preferences[name]) void setPreferences(session, { [name]: size })
      session.announce(say(size))
    },
  }
}
