import { maxFound, type CallArguments, type Handlers } from '../../shared/contract.ts'
import { success } from '../../shared/result.ts'
import { findAnnotations } from './finding/find-annotations.ts'
import { findOccurrences } from './finding/find-occurrences.ts'
import type { OnProject, OpenFile } from './open-file.ts'
import type { ProjectSearch } from './search/project-search.ts'
import type { SearchCall } from './search/search-calls.ts'
import type { Statistics } from './statistics/statistics.ts'

/** What people ask about a project: nothing of it changes. What takes its time keeps the project open until it is answered. */
export function questionCalls({
  open,
  search,
  statistics,
  onProject,
}: {
  readonly open: Pick<OpenFile, 'during'>
  readonly search: ProjectSearch
  readonly statistics: Statistics
  readonly onProject: OnProject
}): Handlers<
  | SearchCall
  | 'statistics.counts'
  | 'statistics.words'
  | 'statistics.work'
  | 'annotations.find'
  | 'annotations.locate'
  | 'annotations.unrelated'
  | 'occurrences.find'
  | 'journal.list'
  | 'project.usage'
> {
  function searching<Name extends SearchCall>(name: Name) {
    return (args: CallArguments<Name>) =>
      onProject((file) => open.during(search.ask(file, name, args)))
  }

  return {
    'search.run': searching('search.run'),
    'search.progress': searching('search.progress'),
    'search.rows': searching('search.rows'),
    'search.inDocument': searching('search.inDocument'),
    'search.places': searching('search.places'),

    'statistics.counts': (request) =>
      onProject((file) => open.during(statistics.counts(file.path, request))),
    'statistics.words': (request) =>
      onProject((file) => open.during(statistics.words(file.path, request))),
    'statistics.work': (request) =>
      onProject((file) => open.during(statistics.work(file.path, request))),

    'annotations.find': (request) =>
      onProject((file) => open.during(findAnnotations(file, request))),
    'annotations.locate': ({ id }) =>
      onProject((file) => success({ documentId: file.annotation(id)?.documentId ?? null })),
    'annotations.unrelated': (request) =>
      onProject((file) => success(file.unrelated(request, maxFound))),
    'occurrences.find': (request) =>
      onProject((file) => open.during(findOccurrences(file, request))),

    'journal.list': ({ before, limit }) =>
      onProject((file) => success(file.journal(before, limit))),
    'project.usage': () => onProject((file) => success(file.usage())),
  }
}
