import acts from './ru/acts.json' with { type: 'json' }
import commands from './ru/commands.json' with { type: 'json' }
import common from './ru/common.json' with { type: 'json' }
import dialogs from './ru/dialogs.json' with { type: 'json' }
import editor from './ru/editor.json' with { type: 'json' }
import failures from './ru/failures.json' with { type: 'json' }
import find from './ru/find.json' with { type: 'json' }
import formats from './ru/formats.json' with { type: 'json' }
import jobs from './ru/jobs.json' with { type: 'json' }
import menu from './ru/menu.json' with { type: 'json' }
import numbers from './ru/numbers.json' with { type: 'json' }
import panels from './ru/panels.json' with { type: 'json' }
import relations from './ru/relations.json' with { type: 'json' }
import remarks from './ru/remarks.json' with { type: 'json' }
import review from './ru/review.json' with { type: 'json' }
import search from './ru/search.json' with { type: 'json' }
import store from './ru/store.json' with { type: 'json' }

export const russian = {
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
