import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { fieldName, sortByColumn, sortCommandId } from '../../commands/ordering-documents.ts'
import { KeyTip, useShortcut } from '../../controls/key-tip.tsx'
import type { DocumentColumn } from '../../store/document-order.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'

/** Sorts by its column: up, down, and not any more. */
export function ColumnHead({
  column,
  isStop,
  onFocus,
}: {
  readonly column: DocumentColumn
  /** Tab comes to this one of all heads. */
  readonly isStop: boolean
  readonly onFocus: () => void
}) {
  const session = useSession()
  const order = useWorkbench(({ documentListView }) => documentListView.order)
  const command = sortCommandId(column)
  const shortcut = useShortcut(command)
  const name = fieldName(column)
  const sorted = order?.by !== column ? null : order.descending ? 'descending' : 'ascending'
  return (
    <div
      aria-label={name}
      aria-sort={sorted ?? 'none'}
      className={`documents-table-cell column-${column}`}
      role="columnheader"
    >
      <KeyTip command={command} tip={t('commands:documentTable.sort.title', { field: name })}>
        <Button
          className="column-button"
          excludeFromTabOrder={!isStop}
          onFocus={onFocus}
          onPress={() => {
            sortByColumn(session, column)
          }}
          ref={shortcut}
        >
          {name}
          {sorted === 'ascending' ? <ArrowUp aria-hidden="true" size={13} /> : null}
          {sorted === 'descending' ? <ArrowDown aria-hidden="true" size={13} /> : null}
        </Button>
      </KeyTip>
    </div>
  )
}
