import { useMemo } from 'react'

import { useWorkbench } from '../store/use-session.ts'
import type { Command } from './command.ts'
import { commandsFor } from './commands.ts'

/** Every command with the keys it has now. */
export function useCommands(): readonly Command[] {
  const labels = useWorkbench(({ project }) => project?.labels)
  const types = useWorkbench(({ project }) => project?.relationTypes)
  const keys = useWorkbench(({ preferences }) => preferences?.keys)
  return useMemo(
    () => commandsFor({ labels: labels ?? [], relationTypes: types ?? [] }, keys ?? {}),
    [labels, types, keys],
  )
}
