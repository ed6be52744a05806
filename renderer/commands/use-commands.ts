import { useMemo } from 'react'

import { useWorkbench } from '../store/use-session.ts'
import type { Command } from './command.ts'
import { commandsFor } from './commands.ts'

/** Every command with the keys it has now. */
export function useCommands(): readonly Command[] {
  const labels = useWorkbench(({ project }) => project?.labels)
  const keys = useWorkbench(({ preferences }) => preferences?.keys)
  return useMemo(() => commandsFor(labels ?? [], keys ?? {}), [labels, keys])
}
