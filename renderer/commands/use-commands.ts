import { useWorkbench } from '../store/use-session.ts'
import type { Command } from './command.ts'
import { commandsOf } from './commands.ts'
import { keyName } from './key-names.ts'

/** Every command with the keys it has now. */
export function useCommands(): readonly Command[] {
  return useWorkbench(commandsOf)
}

/** The press that does a command now, as tinykeys writes it; `null` where it has none. */
export function useKeyOf(id: string | null): string | null {
  return useCommands().find((command) => command.id === id)?.keys[0] ?? null
}

/** How the press of a command is written now, for words that tell of it; `null` where it has none. */
export function useKeyName(id: string): string | null {
  const key = useKeyOf(id)
  return key === null ? null : keyName(key)
}

/** The keys that apply labels now, as they are written, in the order of the labels. */
export function useLabelKeyNames(): readonly string[] {
  return useCommands()
    .filter(({ id }) => id.startsWith('label-'))
    .flatMap(({ keys }) => keys.slice(0, 1))
    .map(keyName)
}
