import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { setDocumentView } from '../../commands/document-table.ts'
import type { DocumentColumn } from '../../store/document-order.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { fieldName } from './column-words.ts'

/** Sorts by its column: up, down, and not any more. */
export function ColumnHead({ column }: { readonly column: DocumentColumn }) {
  const session = useSession()
  const order = useWorkbench(({ documentListView }) => documentListView.order)
  const name = fieldName(column)
  const sorted = order?.by !== column ? null : order.descending ? 'descending' : 'ascending'
  return (
    <div
      aria-sort={sorted ?? 'none'}
      className={`documents-table-cell column-${column}`}
      role="columnheader"
    >
      <Button
        className="column-button"
        onPress={() => {
          const next =
            sorted === null
              ? { by: column, descending: false }
              : sorted === 'ascending'
                ? { by: column, descending: true }
                : null
          setDocumentView(session, { order: next })
          session.announce(
            next === null
              ? t('panels:table.inProjectOrder')
              : t(next.descending ? 'panels:table.sortedDown' : 'panels:table.sortedUp', {
                  field: name.toLocaleLowerCase(),
                }),
          )
        }}
      >
        {name}
        {sorted === 'ascending' ? <ArrowUp aria-hidden="true" size={13} /> : null}
        {sorted === 'descending' ? <ArrowDown aria-hidden="true" size={13} /> : null}
      </Button>
    </div>
  )
}
