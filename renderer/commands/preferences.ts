import { textSizeRange, type Preferences } from '../../shared/preferences.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'

/** Changes how somebody works: seen at once, kept on this computer, told to other windows. */
export async function setPreferences(
  session: Session,
  change: Partial<Preferences>,
): Promise<void> {
  const { preferences } = session.store.getState()
  if (preferences === null) return
  session.store.setState({ preferences: { ...preferences, ...change } })
  const kept = await session.ask('preferences.set', change)
  session.store.setState({ preferences: kept ?? preferences })
}

/** CSS px between one size of the text and the next. */
const sizeStep = 1

export const appearanceCommands: readonly Command[] = [
  textSize('largerText', 'Larger text', ['[Shift]++', '='], sizeStep),
  textSize('smallerText', 'Smaller text', ['-'], -sizeStep),
]

function textSize(id: string, title: string, keys: readonly string[], by: number): Command {
  return {
    id,
    title,
    group: 'Show',
    keys,
    scope: 'article',
    run: (session) => {
      const size = (session.store.getState().preferences?.textSize ?? 0) + by
      if (size >= textSizeRange.min && size <= textSizeRange.max) {
        void setPreferences(session, { textSize: size })
      }
    },
  }
}
