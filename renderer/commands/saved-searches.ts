import { t } from '../../shared/language/translate.ts'
import { newId } from '../../shared/model/id.ts'
import type { Project } from '../../shared/model/project.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { focusOnceThere } from './focusing.ts'

export type SavedSearch = Project['searches'][number]

/** Whether what stands in the box can be kept with the project. */
export function canSaveSearch({ project, search }: WorkbenchState): boolean {
  const typed = search.typed.trim()
  return project?.readOnly === null && search.open && typed !== '' && parseQuery(typed).ok
}

/** Shows the field for its name. */
export function startSaving(session: Session): void {
  session.store.setState({ aim: 'saveSearch' })
  focusOnceThere(document.querySelector('.search-view'), '#search-name')
}

export function saveSearch(session: Session, name: string): void {
  const query = session.store.getState().search.typed.trim()
  changeSearches(session, t('commands:savedSearches.save', { name }), (searches) => [
    ...searches,
    { id: newId(), name, query },
  ])
}

export function renameSearch(session: Session, { id }: SavedSearch, name: string): void {
  changeSearches(session, t('commands:savedSearches.rename', { name }), (searches) =>
    searches.map((search) => (search.id === id ? { ...search, name } : search)),
  )
}

export function deleteSearch(session: Session, { id, name }: SavedSearch): void {
  changeSearches(session, t('commands:savedSearches.delete', { name }), (searches) =>
    searches.filter((search) => search.id !== id),
  )
  session.announce(t('commands:savedSearches.deleted', { name }))
}

function changeSearches(
  session: Session,
  summary: string,
  changed: (searches: Project['searches']) => Project['searches'],
): void {
  const before = session.store.getState().project?.project
  if (before === undefined) return
  session.record(summary, [
    { entity: 'project', before, after: { ...before, searches: changed(before.searches) } },
  ])
}
