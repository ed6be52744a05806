import { useMemo } from 'react'

import { documentStatuses } from '../../shared/model/document.ts'
import type { FacetValues } from '../../shared/search/complete-query.ts'
import { nameAtEnd } from '../../shared/search/denial-ends.ts'
import { conditions, parts } from '../../shared/search/query.ts'
import { useWorkbench } from '../store/use-session.ts'

/** What of the project can stand after the colon of each facet. */
export function useFacetValues(): FacetValues {
  const labels = useWorkbench(({ project }) => project?.labels)
  const speakers = useWorkbench(({ project }) => project?.speakers)
  const relationTypes = useWorkbench(({ project }) => project?.relationTypes)
  const counts = useWorkbench(({ search }) => search.counts)
  return useMemo(() => {
    const counted = (name: string): readonly string[] =>
      counts?.find(({ facet }) => facet === name)?.values.map(({ value }) => value) ?? []
    return {
      label: labels?.map(({ id }) => id) ?? [],
      speaker: speakers?.map(({ name }) => name) ?? [],
      relation: relationTypes?.map(({ id }) => id) ?? [],
      denies: speakers?.map(nameAtEnd) ?? [],
      attribute: counted('attribute'),
      annotator: counted('annotator'),
      source: counted('source'),
      language: counted('language'),
      assignee: counted('assignee'),
      tag: counted('tag'),
      date: counted('date'),
      status: documentStatuses,
      has: parts,
      is: conditions,
    }
  }, [labels, speakers, relationTypes, counts])
}
