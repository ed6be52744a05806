import type { DocumentFacet } from '../../../shared/search/query.ts'
import type { IndexedDocument } from './project-index.ts'

type Facts = Pick<IndexedDocument, 'source' | 'date' | 'language' | 'status' | 'assignee' | 'tags'>

/** What a document counts for, by facet: each value as an entry of a dictionary. Of a date, its month or year. */
export function documentEntries(facts: Facts): readonly string[] {
  const { source, date, language, status, assignee, tags } = facts
  const month = /^\d{4}(?:-\d{2})?/.exec(date ?? '')?.[0] ?? null
  return [
    ...entriesOf('source', source),
    ...entriesOf('date', month),
    ...entriesOf('language', language),
    ...entriesOf('status', status),
    ...entriesOf('assignee', assignee),
    ...tags.flatMap((tag) => entriesOf('tag', tag)),
  ]
}

function entriesOf(facet: DocumentFacet, value: string | null): readonly string[] {
  return value === null ? [] : [`${facet} ${value}`]
}

/** The facet and the value of an entry. */
export function documentValueOf(entry: string): { readonly facet: string; readonly value: string } {
  const [facet = ''] = entry.split(' ', 1)
  return { facet, value: entry.slice(facet.length + 1) }
}
