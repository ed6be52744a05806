import { X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { leaveView } from '../../commands/covering.ts'
import { useKeyName } from '../../commands/use-commands.ts'
import { useListedDocuments } from '../../store/use-listed-documents.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { DocumentCounts } from '../documents/document-counts.tsx'
import { NoneFound } from '../documents/none-found.tsx'
import { useKeptKeyboard } from '../use-kept-keyboard.ts'
import { ChosenDocuments } from './chosen-documents.tsx'
import { DocumentsTable } from './documents-table.tsx'
import { TableFilters } from './table-filters.tsx'

import './all-documents.css'

/** Every document of the project in a table, in the place of the desk. */
export function AllDocuments() {
  const session = useSession()
  const key = useKeyName('article')
  const region = useRef<HTMLElement>(null)
  useKeptKeyboard(region)
  const groups = useListedDocuments()
  const isChosen = useWorkbenchAfterPaint(({ chosenDocumentIds }) => chosenDocumentIds.length > 0)
  const shown = groups.reduce((sum, { documents }) => sum + documents.length, 0)
  return (
    <section
      aria-label={t('panels:documents.table')}
      className="panel all-documents"
      data-region="all-documents"
      ref={region}
    >
      <div className="panel-head">
        <h2>{t('panels:documents.table')}</h2>
        <DocumentCounts shown={shown} />
        <Button
          className="button button-quiet all-documents-close"
          onPress={() => {
            leaveView(session)
          }}
        >
          <X aria-hidden="true" size={15} strokeWidth={1.75} /> {t('panels:table.back')}
          {key === null ? null : ` (${key})`}
        </Button>
      </div>
      <TableFilters />
      {isChosen ? <ChosenDocuments /> : null}
      {shown === 0 ? <NoneFound /> : <DocumentsTable groups={groups} />}
    </section>
  )
}
