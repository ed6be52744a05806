import { commandNames } from './command-names.ts'
import type { Command } from './command.ts'
import { checkCommand } from './commands/check.ts'
import { compactCommand } from './commands/compact.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { newCommand } from './commands/new.ts'
import { repairCommand } from './commands/repair.ts'
import { serveCommand } from './commands/serve.ts'
import { statsCommand } from './commands/stats.ts'

const byName: Readonly<Record<Command['name'], Command>> = {
  new: newCommand,
  import: importCommand,
  export: exportCommand,
  check: checkCommand,
  repair: repairCommand,
  compact: compactCommand,
  stats: statsCommand,
  serve: serveCommand,
}

/** Every command, in the order of the help. */
export const commands: readonly Command[] = commandNames.map((name) => byName[name])
