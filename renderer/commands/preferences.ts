import type { Preferences } from '../../shared/preferences.ts'
import type { Session } from '../store/session.ts'

/**
 * Changes how somebody works: seen at once, kept on this computer, told to other windows. Keys come faster than answers: only the
 * answer to the newest change says how things are.
 */
export async function setPreferences(
  session: Session,
  change: Partial<Preferences>,
): Promise<void> {
  const { preferences } = session.store.getState()
  if (preferences === null) return
  session.store.setState(({ preferencesUnderWay }) => ({
    preferences: { ...preferences, ...change },
    preferencesUnderWay: preferencesUnderWay + 1,
  }))
  const kept = await session.ask('preferences.set', change)
  session.store.setState((state) => {
    const preferencesUnderWay = state.preferencesUnderWay - 1
    return {
      preferencesUnderWay,
      preferences: preferencesUnderWay > 0 ? state.preferences : (kept ?? preferences),
    }
  })
}
