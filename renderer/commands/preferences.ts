import type { Preferences } from '../../shared/preferences.ts'
import type { Session } from '../store/session.ts'

/**
 * Changes how somebody works: seen at once, kept on this computer, told to other windows. Keys come faster than answers, and
 * answers may overtake each other: one call is under way at a time, and what is changed meanwhile goes with the next.
 */
export async function setPreferences(
  session: Session,
  change: Partial<Preferences>,
): Promise<void> {
  const { preferences, preferencesWaiting } = session.store.getState()
  if (preferences === null) return
  session.store.setState({
    preferences: { ...preferences, ...change },
    preferencesWaiting: { ...preferencesWaiting, ...change },
  })
  // Whoever is sending takes it along.
  if (preferencesWaiting === null) await send(session, preferences)
}

/** Sends until nothing waits. `kept` are those that the workbench has. */
async function send(session: Session, kept: Preferences): Promise<void> {
  let known = kept
  for (;;) {
    const { preferencesWaiting } = session.store.getState()
    if (preferencesWaiting === null || Object.keys(preferencesWaiting).length === 0) break
    session.store.setState({ preferencesWaiting: {} })
    known = (await session.ask('preferences.set', preferencesWaiting)) ?? known
  }
  session.store.setState({ preferences: known, preferencesWaiting: null })
}
