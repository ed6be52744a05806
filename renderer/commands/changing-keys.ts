import type { Preferences } from '../../shared/preferences.ts'
import type { Command } from './command.ts'
import { viewsOf } from './covering.ts'

/** Presses that the page itself needs: moving about, leaving, confirming. */
const reserved = /^(?:\[?Shift\]?\+)?(?:Tab|Enter|Escape|Arrow\w+|Home|End|PageUp|PageDown|Space)$/

export function isReserved(press: string): boolean {
  return reserved.test(press)
}

/** What a press is asked for: one key may do one thing on the desk and another in what covers it, but no two in one view. */
type Asking = Pick<Command, 'id' | 'group' | 'views'>

/** The command that has a key press already where `asking` would have it; `null` for none. */
export function ownerOf(
  commands: readonly Command[],
  press: string,
  asking: Asking,
): Command | null {
  return ownersOf(commands, press, asking)[0] ?? null
}

function ownersOf(commands: readonly Command[], press: string, asking: Asking): readonly Command[] {
  const wanted = comparable(press)
  const places = viewsOf(asking)
  return commands.filter(
    (command) =>
      command.id !== asking.id &&
      command.keys.some((key) => comparable(key) === wanted) &&
      viewsOf(command).some((view) => places.includes(view)),
  )
}

/** The chosen keys once `command` has `press` alone; whoever had it before has it no more. */
export function withKey(
  chosen: Preferences['keys'],
  commands: readonly Command[],
  command: Command,
  press: string,
): Preferences['keys'] {
  const others = ownersOf(commands, press, command).reduce(
    (kept, owner) => withoutKey(kept, owner, press),
    chosen,
  )
  return { ...others, [command.id]: [press] }
}

/** The chosen keys once a command has lost one of its own. */
export function withoutKey(
  chosen: Preferences['keys'],
  owner: Command,
  press: string,
): Preferences['keys'] {
  const wanted = comparable(press)
  return { ...chosen, [owner.id]: owner.keys.filter((key) => comparable(key) !== wanted) }
}

/** The chosen keys with a command's usual ones again. */
export function withUsualKeys(chosen: Preferences['keys'], id: string): Preferences['keys'] {
  const { [id]: _usual, ...others } = chosen
  return others
}

/**
 * Commands without two on one key in any view: the one that comes first keeps it. A tag set may give a label the key of any command,
 * and tagging is what the keys are for.
 */
export function firstComeKeys(commands: readonly Command[]): readonly Command[] {
  const taken = new Set<string>()
  return commands.map((command) => {
    const places = (key: string): readonly string[] =>
      viewsOf(command).map((view) => `${view} ${comparable(key)}`)
    const keys = command.keys.filter((key) => !places(key).some((place) => taken.has(place)))
    for (const place of keys.flatMap(places)) taken.add(place)
    return keys.length === command.keys.length ? command : { ...command, keys }
  })
}

/** A digit's key may be told by its sign or by its place; Shift that only makes the sign tells nothing. */
function comparable(press: string): string {
  return press
    .replace(/\((.)\|Digit\d\)$/u, 'Digit$1')
    .replace('[Shift]+', '')
    .toLowerCase()
}
