import acts from './ar/acts.json' with { type: 'json' }
import commands from './ar/commands.json' with { type: 'json' }
import common from './ar/common.json' with { type: 'json' }
import dialogs from './ar/dialogs.json' with { type: 'json' }
import editor from './ar/editor.json' with { type: 'json' }
import failures from './ar/failures.json' with { type: 'json' }
import find from './ar/find.json' with { type: 'json' }
import formats from './ar/formats.json' with { type: 'json' }
import jobs from './ar/jobs.json' with { type: 'json' }
import menu from './ar/menu.json' with { type: 'json' }
import numbers from './ar/numbers.json' with { type: 'json' }
import panels from './ar/panels.json' with { type: 'json' }
import relations from './ar/relations.json' with { type: 'json' }
import remarks from './ar/remarks.json' with { type: 'json' }
import review from './ar/review.json' with { type: 'json' }
import search from './ar/search.json' with { type: 'json' }
import store from './ar/store.json' with { type: 'json' }

export const arabic = {
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
