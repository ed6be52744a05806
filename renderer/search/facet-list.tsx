import { useState } from 'react'
import { Button, ToggleButton } from 'react-aria-components'

import type { FacetCounts } from '../../shared/contract.ts'
import { formatNumber } from '../../shared/language/format.ts'
import { documentStatusSchema } from '../../shared/model/document.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { toggleFacet } from '../../shared/search/print-query.ts'
import type { Facet } from '../../shared/search/query.ts'
import { statusName } from '../commands/document-status.ts'
import { change } from '../commands/searching.ts'
import { LabelSwatch } from '../panels/label-swatch.tsx'
import { useSession, useWorkbench } from '../store/use-session.ts'

type Group = FacetCounts[number]

/** Values that a group shows before more are asked for. */
const shownAtFirst = 6

const titles: Readonly<Record<Facet, string>> = {
  label: 'Label',
  speaker: 'Speaker',
  attribute: 'Attribute',
  relation: 'Relation',
  annotator: 'Annotator',
  has: 'With',
  source: 'Source',
  date: 'Date',
  status: 'Status',
  language: 'Language',
  assignee: 'Assignee',
  tag: 'Tag',
  title: 'Title',
  is: 'Documents',
}

/** How often each value of each facet is found; choosing one puts it into the query, choosing it again takes it out. */
export function FacetList() {
  const counts = useWorkbench(({ search }) => search.counts)
  if (counts === null) return <p className="search-hint">Counting…</p>
  return (
    <div className="facets">
      {counts.map((group) => (
        <FacetGroup group={group} key={group.facet} />
      ))}
    </div>
  )
}

function FacetGroup({ group }: { readonly group: Group }) {
  const [all, setAll] = useState(false)
  const shown = all ? group.values : group.values.slice(0, shownAtFirst)
  const hidden = group.values.length - shown.length
  return (
    <div aria-label={titles[group.facet]} className="facet" role="group">
      <h2>{titles[group.facet]}</h2>
      {shown.map((value) => (
        <FacetValue group={group} key={value.value} value={value} />
      ))}
      {hidden === 0 ? null : (
        <Button
          className="button button-quiet facet-more"
          onPress={() => {
            setAll(true)
          }}
        >
          {formatNumber(hidden)} more
        </Button>
      )}
      {all && group.more > 0 ? (
        <p className="search-hint">
          {formatNumber(group.more)} others are rarer: type {group.facet}: to find one.
        </p>
      ) : null}
    </div>
  )
}

function FacetValue({
  group: { facet, of },
  value: { value, name, count },
}: {
  readonly group: Group
  readonly value: Group['values'][number]
}) {
  const session = useSession()
  const isAsked = useWorkbench(({ search }) => isAskedFor(search.typed, facet, value))
  const label = useWorkbench(({ project }) =>
    facet === 'label' ? project?.labels.find(({ id }) => id === value) : undefined,
  )
  const shown = nameOf(facet, value, name)
  return (
    <ToggleButton
      className="facet-value"
      isSelected={isAsked}
      onChange={() => {
        const { typed } = session.store.getState().search
        change(session, { typed: toggleFacet(typed, facet, value) })
      }}
    >
      <span aria-hidden="true" className="facet-tick">
        {isAsked ? '✓' : ''}
      </span>
      {label === undefined ? null : <LabelSwatch label={label} />}
      <span className="facet-name">
        <bdi>{shown}</bdi>
      </span>
      <span className="facet-count">
        {' '}
        {formatNumber(count)}
        <span className="visually-hidden">
          {` ${of === 'annotations' ? 'annotation' : 'document'}${count === 1 ? '' : 's'}`}
        </span>
      </span>
    </ToggleButton>
  )
}

function nameOf(facet: Facet, value: string, name: string): string {
  const status = facet === 'status' ? documentStatusSchema.safeParse(value).data : undefined
  if (status !== undefined) return statusName(status)
  return facet === 'attribute' ? name.replace('=', ': ') : name
}

function isAskedFor(typed: string, facet: Facet, value: string): boolean {
  const parsed = parseQuery(typed)
  const wanted = value.toLowerCase()
  return (
    parsed.ok &&
    parsed.query.clauses
      .flat()
      .some(
        ({ negated, term }) =>
          !negated &&
          term.kind === 'facet' &&
          term.facet === facet &&
          term.value.toLowerCase() === wanted,
      )
  )
}
