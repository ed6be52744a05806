import { ChevronDown, Table2 } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, ToggleButton } from 'react-aria-components'
import { flushSync } from 'react-dom'

import { t } from '../../shared/language/translate.ts'
import { exportPicture, pictureKinds } from '../commands/pictures.ts'
import { useSession } from '../store/use-session.ts'
import { ChartTable } from './chart-table.tsx'
import type { Chart } from './chart.ts'
import type { Choice } from './count-filter.ts'
import { barsHeight } from './draw-plot.ts'
import { takeTurn } from './drawing-turns.ts'
import { PlotOf } from './plot.tsx'

/** A chart with its heading, what it says in words, its table, and ways to take it along. */
export function Picture({
  chart,
  isCurrent,
  onChoose,
  children,
}: {
  readonly chart: Chart
  /** False while something else is counted than what it shows. */
  readonly isCurrent: boolean
  readonly onChoose: (choice: Choice) => void
  /** Further controls of its own. */
  readonly children?: ReactNode
}) {
  const id = useId()
  const figure = useRef<HTMLDivElement>(null)
  const [isTable, setTable] = useState(false)
  const isEmpty = chart.marks.length === 0
  return (
    <section
      aria-busy={!isCurrent}
      aria-labelledby={id}
      className="picture"
      data-wide={isWide(chart) || undefined}
    >
      <div className="picture-head">
        <h3 id={id}>{chart.title}</h3>
        <div className="picture-actions">
          {children}
          {isEmpty ? null : (
            <>
              <ToggleButton
                aria-label={t('numbers:picture.tableOf', { title: chart.title })}
                className="button button-quiet"
                isSelected={isTable}
                onChange={setTable}
              >
                <Table2 aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
                {t('numbers:picture.table')}
              </ToggleButton>
              <ExportMenu chart={chart} figure={figure} />
            </>
          )}
        </div>
      </div>
      <p className="picture-summary" dir="auto" id={`${id}-summary`}>
        {chart.summary}
      </p>
      {isEmpty ? null : (
        <div className="picture-body">
          <div
            aria-describedby={`${id}-summary`}
            aria-labelledby={id}
            className={isTable ? 'picture-hidden' : undefined}
            ref={figure}
            role="group"
          >
            <PlotOf chart={chart} onChoose={onChoose} />
          </div>
          <TableInTurn chart={chart} isShown={isTable} />
        </div>
      )}
      {chart.remark === null || isEmpty ? null : <p className="picture-remark">{chart.remark}</p>}
    </section>
  )
}

/** In place of a picture that is still counted, with room for as many bars as it is to have. */
export function PictureToCome({
  title,
  words,
  bars,
}: {
  readonly title: string
  /** What is being done, or what has failed. */
  readonly words: string
  readonly bars: number
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="picture">
      <div className="picture-head">
        <h3 id={id}>{title}</h3>
      </div>
      <p className="picture-summary">{words}</p>
      <div className="picture-body" style={{ minHeight: barsHeight(bars) }} />
    </section>
  )
}

/** The numbers as a table, which whoever does not see the plot has at hand all the time; it comes when there is time for it. */
function TableInTurn({ chart, isShown }: { readonly chart: Chart; readonly isShown: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const [tabled, setTabled] = useState<Chart | null>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    return takeTurn(element, () => {
      // At once, so that the time that it takes is known to whoever gives turns.
      flushSync(() => {
        setTabled(chart)
      })
    })
  }, [chart])
  return (
    <div className={isShown ? 'picture-table' : 'picture-table visually-hidden'} ref={place}>
      {tabled === null ? null : <ChartTable chart={tabled} />}
    </div>
  )
}

/** Whether a picture takes all the width: one with a long axis does. */
function isWide({ id, kind, columns }: Chart): boolean {
  return id === 'time' || (kind === 'matrix' && columns.length > 6)
}

function ExportMenu({
  chart,
  figure,
}: {
  readonly chart: Chart
  readonly figure: { readonly current: HTMLElement | null }
}) {
  const session = useSession()
  return (
    <MenuTrigger>
      <Button
        aria-label={t('numbers:picture.exportOf', { title: chart.title })}
        className="button button-quiet"
      >
        {t('numbers:picture.export')}
        <ChevronDown aria-hidden="true" size={13} strokeWidth={1.75} />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          aria-label={t('numbers:picture.exportAs')}
          className="menu"
          onAction={(key) => {
            const kind = pictureKinds.find((one) => one === key)
            const plot = figure.current?.querySelector<SVGSVGElement>('svg.plot') ?? null
            if (kind !== undefined && plot !== null) void exportPicture(session, kind, chart, plot)
          }}
        >
          {pictureKinds.map((kind) => (
            <MenuItem className="menu-item" id={kind} key={kind} textValue={kind.toUpperCase()}>
              {kind.toUpperCase()}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
