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
import { setPreferences } from './preferences.ts'

/** What each theme is called. */
export const themeNames: Readonly<Record<Preferences['theme'], string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
}

/** What each typeface is called. */
export const typefaceNames: Readonly<Record<Preferences['typeface'], string>> = {
  serif: 'Serif',
  sans: 'Sans serif',
  legible: 'Extra legible',
}

/** Something about the text of the article that is more or less. */
type Measure = {
  readonly name: 'textSize' | 'measure' | 'lineHeight'
  readonly range: { readonly min: number; readonly max: number }
  readonly words: string
  readonly say: (size: number) => string
}

const textSize: Measure = {
  name: 'textSize',
  range: textSizeRange,
  words: 'size font letters zoom bigger',
  say: (size) => `Text size: ${size} px.`,
}
const lineLength: Measure = {
  name: 'measure',
  range: measureRange,
  words: 'line length width column measure',
  say: (size) => `Line length: ${size} characters.`,
}
const lineHeight: Measure = {
  name: 'lineHeight',
  range: lineHeightRange,
  words: 'spacing leading',
  say: (size) => `Line height: ${(size / 100).toFixed(2)}.`,
}

/** Keys of the themes by place, behind those of the statuses of documents. */
const firstThemeDigit = 5

/** How the article and the window look. */
export const appearanceCommands: readonly Command[] = [
  measured('largerText', 'Larger text', ['[Shift]++', '='], textSize, 1),
  measured('smallerText', 'Smaller text', ['-'], textSize, -1),
  measured('longerLines', 'Longer lines', ['Alt+Shift+KeyK'], lineLength, 4),
  measured('shorterLines', 'Shorter lines', ['Alt+Shift+KeyJ'], lineLength, -4),
  measured('greaterLineHeight', 'Greater line height', ['Alt+Shift+KeyH'], lineHeight, 10),
  measured('smallerLineHeight', 'Smaller line height', ['Alt+Shift+KeyG'], lineHeight, -10),
  {
    id: 'nextTypeface',
    title: 'Next typeface',
    words: 'font serif sans legible',
    group: 'Show',
    keys: ['Alt+Shift+KeyF'],
    scope: 'window',
    run: (session) => {
      const present = session.store.getState().preferences?.typeface ?? 'serif'
      const next = typefaces[(typefaces.indexOf(present) + 1) % typefaces.length] ?? present
      void setPreferences(session, { typeface: next })
      session.announce(`Typeface: ${typefaceNames[next]}.`)
    },
  },
  ...themes.map((theme, index): Command => ({
    id: `theme-${theme}`,
    title: `Theme: ${themeNames[theme]}`,
    words: 'mode colours appearance',
    group: 'Show',
    keys: [`Alt+Shift+Digit${index + firstThemeDigit}`],
    scope: 'window',
    run: (session) => {
      void setPreferences(session, { theme })
      session.announce(`Theme: ${themeNames[theme]}.`)
    },
  })),
  {
    id: 'usualAppearance',
    title: 'Usual appearance',
    words: 'reset default theme typeface text size line length height',
    group: 'Show',
    keys: ['Alt+Shift+Digit9'],
    scope: 'window',
    run: (session) => {
      setUsualAppearance(session)
      session.announce('Usual appearance.')
    },
  },
]

/** Everything about the look as it comes; keys and name stay. */
export function setUsualAppearance(session: Session): void {
  const { keys: _keys, ...appearance } = defaultPreferences
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
    group: 'Show',
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
