import { useRef, useState } from 'react'
import { Button, ToggleButton } from 'react-aria-components'

import type { FacetCounts } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { documentStatusSchema } from '../../shared/model/document.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { toggleFacet } from '../../shared/search/print-query.ts'
import { conditions, parts, type Facet } from '../../shared/search/query.ts'
import { statusName } from '../commands/document-status.ts'
import { change } from '../commands/searching.ts'
import { Trans } from '../language/trans.tsx'
import { LabelSwatch } from '../panels/label-swatch.tsx'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { useKeptPlace } from './use-kept-place.ts'

type Group = FacetCounts[number]

/** Values that a group shows before more are asked for. */
const shownAtFirst = 6

/** How often each value of each facet is found; choosing one puts it into the query, choosing it again takes it out. */
export function FacetList() {
  const counts = useWorkbench(({ search }) => search.counts)
  const isCurrent = useWorkbench(({ search }) => search.counted === search.progress?.search)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<readonly Facet[]>([])
  useKeptPlace(list, [counts, open])
  if (counts === null) return <p className="search-hint">{t('search:facets.counting')}</p>
  return (
    <div aria-busy={!isCurrent} className="facets" ref={list}>
      {counts.map((group) => (
        <FacetGroup
          all={open.includes(group.facet)}
          group={group}
          key={group.facet}
          onMore={() => {
            setOpen([...open, group.facet])
          }}
        />
      ))}
    </div>
  )
}

function FacetGroup({
  group,
  all,
  onMore,
}: {
  readonly group: Group
  readonly all: boolean
  readonly onMore: () => void
}) {
  const shown = all ? group.values : group.values.slice(0, shownAtFirst)
  const hidden = group.values.length - shown.length
  const title = t(`search:facets.names.${group.facet}`)
  return (
    <div aria-label={title} className="facet" role="group">
      <h2>{title}</h2>
      {shown.map((value) => (
        <FacetValue group={group} key={value.value} value={value} />
      ))}
      {hidden === 0 ? null : (
        <Button className="button button-quiet facet-more" onPress={onMore}>
          {t('search:facets.more', { number: hidden })}
        </Button>
      )}
      {all && group.more > 0 ? (
        <p className="search-hint">
          {t('search:facets.rarer', { count: group.more, facet: `${group.facet}:` })}
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
      <span className="facet-name" dir="auto" title={shown}>
        {shown}
      </span>
      <span className="facet-count">
        {' '}
        <Trans
          message={`search:facets.${of}`}
          parts={{ unit: <span className="visually-hidden" /> }}
          values={{ count }}
        />
      </span>
    </ToggleButton>
  )
}

function nameOf(facet: Facet, value: string, name: string): string {
  const status = facet === 'status' ? documentStatusSchema.safeParse(value).data : undefined
  if (status !== undefined) return statusName(status)
  const part = facet === 'has' ? parts.find((one) => one === value) : undefined
  if (part !== undefined) return t(`search:facets.parts.${part}`)
  const condition = facet === 'is' ? conditions.find((one) => one === value) : undefined
  if (condition !== undefined) return t(`search:facets.conditions.${condition}`)
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
