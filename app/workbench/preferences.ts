import { userInfo } from 'node:os'

import { z } from 'zod'

import {
  defaultPreferences,
  preferencesSchema,
  type Preferences,
} from '../../shared/preferences.ts'

const { shape } = preferencesSchema.unwrap()

/** Each preference by itself falls back to its default where what is stored does not fit. Never fails. */
export const storedPreferencesSchema = z
  .object({
    annotator: shape.annotator.catch(accountName),
    language: shape.language.catch(defaultPreferences.language),
    theme: shape.theme.catch(defaultPreferences.theme),
    textSize: shape.textSize.catch(defaultPreferences.textSize),
    measure: shape.measure.catch(defaultPreferences.measure),
    lineHeight: shape.lineHeight.catch(defaultPreferences.lineHeight),
    typeface: shape.typeface.catch(defaultPreferences.typeface),
    backupsKept: shape.backupsKept.catch(defaultPreferences.backupsKept),
    keys: shape.keys.catch(defaultPreferences.keys),
  })
  .readonly()
  .catch((): Preferences => ({ ...defaultPreferences, annotator: accountName() }))

/** The preferences with those of `change` that are given. */
export function changePreferences(
  present: Preferences,
  change: { readonly [Name in keyof Preferences]?: Preferences[Name] | undefined },
): Preferences {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  return storedPreferencesSchema.parse({ ...present, ...Object.fromEntries(given) })
}

/** The name of the account on this computer, until somebody gives another. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // Some containers run under an account that has no entry and so no name.
    return 'Annotator'
  }
}
