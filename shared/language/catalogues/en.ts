import acts from './en/acts.json' with { type: 'json' }
import commands from './en/commands.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import dialogs from './en/dialogs.json' with { type: 'json' }
import editor from './en/editor.json' with { type: 'json' }
import failures from './en/failures.json' with { type: 'json' }
import find from './en/find.json' with { type: 'json' }
import formats from './en/formats.json' with { type: 'json' }
import jobs from './en/jobs.json' with { type: 'json' }
import menu from './en/menu.json' with { type: 'json' }
import numbers from './en/numbers.json' with { type: 'json' }
import panels from './en/panels.json' with { type: 'json' }
import relations from './en/relations.json' with { type: 'json' }
import remarks from './en/remarks.json' with { type: 'json' }
import review from './en/review.json' with { type: 'json' }
import search from './en/search.json' with { type: 'json' }
import store from './en/store.json' with { type: 'json' }

/** Every text of the interface, by namespace. The other catalogues have the same keys. */
export const english = {
  acts,
  commands,
  common,
  dialogs,
  editor,
  failures,
  find,
  formats,
  jobs,
  menu,
  numbers,
  panels,
  relations,
  remarks,
  review,
  search,
  store,
} as const

export type English = typeof english
