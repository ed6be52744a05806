import type { Preferences } from '../shared/preferences.ts'
import type { Session } from './store/session.ts'

const families: Readonly<Record<Preferences['typeface'], string>> = {
  serif: 'var(--font-serif)',
  sans: 'var(--font-ui)',
  legible: 'var(--font-legible)',
}

/** Gives the page the look that the preferences ask for, now and whenever they change. Returns a function that stops it. */
export function followPreferences(session: Session): () => void {
  apply(session.store.getState().preferences)
  return session.store.subscribe(({ preferences }, previous) => {
    if (preferences === previous.preferences) return
    const change = (): void => {
      apply(preferences)
    }
    const article = session.article()
    if (article === null) change()
    else article.keepPlace(change)
  })
}

function apply(preferences: Preferences | null): void {
  if (preferences === null) return
  const { theme, textSize, measure, lineHeight, typeface } = preferences
  const root = document.documentElement
  root.dataset['theme'] = theme
  root.style.setProperty('--text-size', `${textSize / 16}rem`)
  root.style.setProperty('--text-measure', `${measure}ch`)
  root.style.setProperty('--text-line-height', String(lineHeight / 100))
  root.style.setProperty('--text-family', families[typeface])
}
