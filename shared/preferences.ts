import { z } from 'zod'

import { languagePreferences } from './language/languages.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export const typefaces = ['serif', 'sans', 'legible'] as const

/** In CSS px at 100% zoom. */
export const textSizeRange = { min: 14, max: 32 } as const
/** In characters of average width. */
export const measureRange = { min: 40, max: 110 } as const
/** In hundredths of the size of the letters. Below 150 the underlines of nested spans would run into the next line. */
export const lineHeightRange = { min: 150, max: 260 } as const
export const backupsKeptRange = { min: 1, max: 50 } as const

/** Keys of commands that somebody changed: by command id, as tinykeys writes key presses; an empty list for no key. */
const keysSchema = z.record(z.string(), z.array(z.string().min(1)).readonly()).readonly()

/** How somebody likes to work: kept on this computer, the same in every project. */
export const preferencesSchema = z
  .strictObject({
    /** Name that new annotations carry. */
    annotator: z.string().trim().min(1).max(200),
    /** Of the interface; what is read has its own. */
    language: z.enum(languagePreferences),
    theme: z.enum(themes),
    /** Size of the article's letters. */
    textSize: within(textSizeRange),
    /** Width of the article's column. */
    measure: within(measureRange),
    /** Height of the article's lines. */
    lineHeight: within(lineHeightRange),
    typeface: z.enum(typefaces),
    /** How many backups of each project are kept. */
    backupsKept: within(backupsKeptRange),
    keys: keysSchema,
  })
  .readonly()

export type Preferences = z.infer<typeof preferencesSchema>

/** Everything but the annotator's name, which only the computer knows. */
export const defaultPreferences: Omit<Preferences, 'annotator'> = {
  language: 'system',
  theme: 'system',
  textSize: 19,
  measure: 68,
  lineHeight: 190,
  typeface: 'serif',
  backupsKept: 10,
  keys: {},
}

function within({ min, max }: { readonly min: number; readonly max: number }) {
  return z.int().min(min).max(max)
}
