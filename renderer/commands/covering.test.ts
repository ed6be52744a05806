import { expect, test } from 'vitest'

import { defaultLabels } from '../../shared/model/default-labels.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { plainCountFilter } from '../numbers/count-filter.ts'
import { emptyProject } from '../store/project-state.fixture.ts'
import { initialState, type WorkbenchState } from '../store/state.ts'
import { usualCommands } from './commands.ts'
import { viewOf, views, viewsOf, type View } from './covering.ts'

const commands = usualCommands({ labels: defaultLabels, relationTypes: defaultRelationTypes })

const desk: WorkbenchState = { ...initialState, project: emptyProject }
const states: Readonly<Record<View, WorkbenchState>> = {
  desk,
  search: { ...desk, search: { ...desk.search, open: true } },
  numbers: { ...desk, numbers: { filter: plainCountFilter, unit: 'month' } },
  table: { ...desk, allDocuments: true },
}

/** What is about nothing that is covered, or leads to it and takes away what covers it. */
const everywhere = `
  gap-first gap-second gap-own find search nextHit previousHit findCopies article nextRegion previousRegion annotationList
  documentList panel-guidelines panel-relations panel-speakers panel-history panel-review numbers theme-system theme-light
  theme-dark theme-contrast usualAppearance language allDocuments undo redo goBackInHistory palette keys preferences tagSet
  import export checkProject newProject openProject openForChanges closeProject backUpNow restoreBackup compactProject
  repairProject newWindow copyDiagnostics about`

/** What else is possible in what covers the desk. */
const own: Readonly<Record<Exclude<View, 'desk'>, string>> = {
  search: 'label-claim label-quote label-denial label-analysis saveSearch',
  numbers: 'countEverything',
  table: `
    sortDocuments-title sortDocuments-status sortDocuments-source sortDocuments-date sortDocuments-language
    sortDocuments-words sortDocuments-annotations sortDocuments-assignee sortDocuments-tags unsortDocuments turnDocuments
    groupDocuments filterDocuments-status filterDocuments-source filterDocuments-language filterDocuments-assignee
    filterDocuments-tags onlyUnannotated onlyUnfinished unfilterDocuments findDocument chooseAllDocuments chooseNoDocument
    chooseNext choosePrevious status-todo status-inProgress status-done status-setAside nextUnfinished previousUnfinished
    documentTitle deleteDocument assignDocument tagDocument`,
}

const idsIn = (text: string): readonly string[] => text.trim().split(/\s+/)

test.each(['search', 'numbers', 'table'] as const)(
  'over the desk, %s takes the commands that are named here and no others',
  (view) => {
    const ids = commands.filter((one) => viewsOf(one).includes(view)).map(({ id }) => id)
    expect(ids.toSorted()).toEqual([...idsIn(everywhere), ...idsIn(own[view])].toSorted())
  },
)

test('the desk takes every command but those of one view over it alone', () => {
  const ids = commands.filter((one) => !viewsOf(one).includes('desk')).map(({ id }) => id)
  const alone = commands.filter(({ group }) => group === 'table').map(({ id }) => id)
  expect(ids.toSorted()).toEqual(['countEverything', 'saveSearch', ...alone].toSorted())
})

test.each(views)('with the view “%s”, nothing that is for others is possible', (view) => {
  const state = states[view]
  expect(viewOf(state)).toBe(view)
  for (const command of commands) {
    if (viewsOf(command).includes(view)) continue
    expect([command.id, command.possible?.(state)]).toEqual([command.id, false])
  }
})

test('what is possible on the desk with a project alone stays so where it is for every view', () => {
  const possible = commands.filter(
    (command) => viewsOf(command) === views && command.possible?.(desk) !== false,
  )
  expect(possible.length).toBeGreaterThan(20)
  for (const view of views) {
    for (const command of possible) {
      expect([view, command.id, command.possible?.(states[view])]).toEqual([view, command.id, true])
    }
  }
})
