import commands from './ar/commands.json' with { type: 'json' }
import common from './ar/common.json' with { type: 'json' }
import dialogs from './ar/dialogs.json' with { type: 'json' }
import panels from './ar/panels.json' with { type: 'json' }

export const arabic = { commands, common, dialogs, panels } as const
