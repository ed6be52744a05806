import type { CallValue } from '../../shared/contract.ts'
import { chooseLanguage, directions } from '../../shared/language/languages.ts'
import { presentLanguage } from '../../shared/language/present-language.ts'
import { setLanguage } from '../../shared/language/translate.ts'
import type { Preferences } from '../../shared/preferences.ts'
import type { Session } from '../store/session.ts'
import { finishDocument } from './edits.ts'

/** Speaks the preferred language whenever that becomes another one. Returns a function that stops it. */
export function followLanguage(session: Session): () => void {
  return session.store.subscribe(({ info, preferences }, previous) => {
    if (previous.preferences === null) return
    if (preferences?.language === previous.preferences.language) return
    void speakPreferred(session, info, preferences)
  })
}

/** Has the page speak the preferred language, once its words are loaded, and tells the workbench. */
export async function speakPreferred(
  session: Session,
  info: CallValue<'app.info'> | null,
  preferences: Preferences | null,
): Promise<void> {
  const system = info?.systemLanguages ?? navigator.languages
  await setLanguage(chooseLanguage(preferences?.language ?? 'system', system))
  const language = presentLanguage()
  document.documentElement.lang = language
  document.documentElement.dir = directions[language]
  const told = session.ask('app.speak', { language })
  if (language !== session.store.getState().language) {
    // What the workbench says of formats is asked for anew, in the words of now.
    await told
    // Another one was chosen meanwhile, which comes here by itself.
    if (language !== presentLanguage()) return
    // The window is drawn anew: what is typed is recorded before, and the keyboard stays where the language was chosen.
    finishDocument(session)
    session.store.setState(({ dialog, aim }) => ({
      language,
      formats: null,
      aim: dialog === 'preferences' ? 'language' : aim,
    }))
  }
}
