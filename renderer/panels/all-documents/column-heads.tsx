import { useState, type KeyboardEvent } from 'react'

import { focusWithin } from '../../commands/focusing.ts'
import { documentColumns } from '../../store/document-order.ts'
import { ColumnHead } from './column-head.tsx'

/** The heads of the columns: one stop for Tab, arrows go from one to the next and down to the rows. */
export function ColumnHeads() {
  const [stop, setStop] = useState(0)

  function press(event: KeyboardEvent<HTMLElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const row = event.currentTarget
    const last = documentColumns.length - 1
    const forward = getComputedStyle(row).direction === 'rtl' ? -1 : 1
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: stop + forward,
      ArrowLeft: stop - forward,
      Home: 0,
      End: last,
    }
    const next = steps[event.key]
    if (next !== undefined) {
      row.querySelectorAll('button')[Math.max(0, Math.min(last, next))]?.focus()
    } else if (event.key === 'ArrowDown') {
      focusWithin(document.querySelector('.documents-table-body'))
    } else return
    event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the keyboard
    <div aria-rowindex={1} className="documents-table-columns" onKeyDown={press} role="row">
      {documentColumns.map((column, index) => (
        <ColumnHead
          column={column}
          isStop={index === stop}
          key={column}
          onFocus={() => {
            setStop(index)
          }}
        />
      ))}
    </div>
  )
}
