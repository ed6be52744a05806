import commands from './en/commands.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import dialogs from './en/dialogs.json' with { type: 'json' }
import panels from './en/panels.json' with { type: 'json' }

/** Every text of the interface, by namespace. The other catalogues have the same keys. */
export const english = { commands, common, dialogs, panels } as const

export type English = typeof english
