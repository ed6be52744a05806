import type { Preferences } from '../../shared/preferences.ts'
import type { Command } from './command.ts'

/** Presses that the page itself needs: moving about, leaving, confirming. */
const reserved = /^(?:\[?Shift\]?\+)?(?:Tab|Enter|Escape|Arrow\w+|Home|End|PageUp|PageDown|Space)$/

export function isReserved(press: string): boolean {
  return reserved.test(press)
}

/** The command that has a key press already; `null` for none. */
export function ownerOf(
  commands: readonly Command[],
  press: string,
  except: string,
): Command | null {
  const wanted = comparable(press)
  return (
    commands.find(
      ({ id, keys }) => id !== except && keys.some((key) => comparable(key) === wanted),
    ) ?? null
  )
}

/** The chosen keys once `command` has `press` alone; whoever had it before has it no more. */
export function withKey(
  chosen: Preferences['keys'],
  commands: readonly Command[],
  command: Command,
  press: string,
): Preferences['keys'] {
  const owner = ownerOf(commands, press, command.id)
  const others = owner === null ? chosen : withoutKey(chosen, owner, press)
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
 * Commands without two on one key: the one that comes first keeps it. A tag set may give a label the key of any command,
 * and tagging is what the keys are for.
 */
export function firstComeKeys(commands: readonly Command[]): readonly Command[] {
  const taken = new Set<string>()
  return commands.map((command) => {
    const keys = command.keys.filter((key) => !taken.has(comparable(key)))
    for (const key of keys) taken.add(comparable(key))
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
