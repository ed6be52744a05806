import type { PointerEvent } from 'react'

import type { SearchRow } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { ListedDocument } from '../../shared/model/document.ts'
import { directionOf } from '../../shared/text/direction.ts'
import { LabelSwatch } from '../panels/label-swatch.tsx'
import { useWorkbench } from '../store/use-session.ts'

type RowProps = {
  readonly row: SearchRow | null
  /** The document that it is in. */
  readonly document: ListedDocument | undefined
  readonly place: number
  readonly total: number
  /** In rem. */
  readonly top: number
  readonly isCurrent: boolean
  readonly isChosen: boolean
  readonly onGo: () => void
  readonly onToggle: () => void
  readonly onPointerDown: (event: PointerEvent) => void
}

/** One line of the results: a document, or a place with the words around it. */
export function ResultRow(props: RowProps) {
  const { row, place, total, top, isCurrent, isChosen, onGo, onPointerDown } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list takes the keys of its rows
    <div
      aria-posinset={place + 1}
      aria-selected={isChosen}
      aria-setsize={total}
      className={row?.kind === 'document' ? 'result result-document' : 'result'}
      data-current={isCurrent || undefined}
      id={`search-row-${place}`}
      onDoubleClick={onGo}
      onPointerDown={onPointerDown}
      role="option"
      style={{ top: `${top}rem` }}
    >
      {row === null ? (
        '…'
      ) : row.kind === 'document' ? (
        <DocumentLine document={props.document} row={row} />
      ) : (
        <HitLine isChosen={isChosen} onToggle={props.onToggle} row={row} />
      )}
    </div>
  )
}

function DocumentLine({
  row,
  document,
}: {
  readonly row: Extract<SearchRow, { kind: 'document' }>
  readonly document: ListedDocument | undefined
}) {
  return (
    <>
      <span className="result-title" dir="auto">
        {document?.title ?? ''}
      </span>
      {document?.source == null ? null : (
        <span className="result-facts" dir="auto">
          {document.source}
        </span>
      )}
      {document?.date == null ? null : (
        <span className="result-facts">{document.date.slice(0, 10)}</span>
      )}
      {row.hits === 0 ? null : (
        <span className="result-facts">{t('search:results.hits', { count: row.hits })}</span>
      )}
    </>
  )
}

function HitLine({
  row,
  isChosen,
  onToggle,
}: {
  readonly row: Extract<SearchRow, { kind: 'hit' }>
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const label = useWorkbench(({ project }) =>
    project?.labels.find(({ id }) => id === row.annotation?.label),
  )
  const isCut = row.quote.length < row.span.end - row.span.start
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Space does the same */}
      <span aria-hidden="true" className="result-tick" onClick={onToggle}>
        {isChosen ? '✓' : ''}
      </span>
      {label === undefined ? null : (
        <span className="result-label">
          <LabelSwatch label={label} /> <span className="visually-hidden">{label.name}: </span>
        </span>
      )}
      <span
        className={row.annotation === null ? 'result-words' : 'result-words result-quote'}
        dir={directionOf(row.before + row.quote + row.after, null)}
      >
        {row.annotation === null ? (
          <span className="result-before">
            <bdi>{oneLine(row.before)}</bdi>
          </span>
        ) : null}
        <span className="result-after">
          <mark>{oneLine(row.quote)}</mark>
          {isCut ? '…' : oneLine(row.after)}
        </span>
      </span>
    </>
  )
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ')
}
