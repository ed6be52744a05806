import commands from './ru/commands.json' with { type: 'json' }
import common from './ru/common.json' with { type: 'json' }
import dialogs from './ru/dialogs.json' with { type: 'json' }
import panels from './ru/panels.json' with { type: 'json' }

export const russian = { commands, common, dialogs, panels } as const
