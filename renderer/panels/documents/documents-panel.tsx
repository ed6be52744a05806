import { FileText, Table2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { openTable } from '../../commands/document-table.ts'
import { IconButton } from '../../controls/icon-button.tsx'
import { useListedDocuments } from '../../store/use-listed-documents.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { DocumentCounts } from './document-counts.tsx'
import { DocumentFilters } from './document-filters.tsx'
import { DocumentList } from './document-list.tsx'
import { NoneFound } from './none-found.tsx'
import { RenameInPlace } from './rename-in-place.tsx'

import './documents-panel.css'

/** All documents of the project; choosing one opens it. */
export function DocumentsPanel() {
  const session = useSession()
  const isEmpty = useWorkbenchAfterPaint(({ project }) => (project?.documents.length ?? 0) === 0)
  const groups = useListedDocuments()
  const shown = useMemo(
    () => groups.flatMap(({ documents }) => documents.map(({ document }) => document)),
    [groups],
  )
  return (
    <section
      aria-label={t('panels:documents.title')}
      data-region="documents"
      className="panel documents-panel"
    >
      <div className="panel-head">
        <h2>{t('panels:documents.title')}</h2>
        <DocumentCounts shown={shown.length} />
        <span className="documents-table-button">
          <IconButton
            command="allDocuments"
            disabled={isEmpty}
            label={t('panels:documents.table')}
            onPress={() => {
              openTable(session)
            }}
            tip={t('panels:documents.tableTip')}
          >
            <Table2 aria-hidden="true" size={15} strokeWidth={1.75} />
          </IconButton>
        </span>
      </div>
      {isEmpty ? (
        <NoDocuments />
      ) : (
        <>
          <DocumentFilters />
          <RenameInPlace documents={shown} />
          {shown.length === 0 ? <NoneFound /> : <DocumentList groups={groups} />}
        </>
      )}
    </section>
  )
}

function NoDocuments() {
  const session = useSession()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  return (
    <div className="empty">
      <FileText aria-hidden="true" size={20} strokeWidth={1.5} />
      <p>{t('panels:documents.none')}</p>
      <Button
        className="button button-primary"
        isDisabled={readOnly}
        onPress={() => {
          session.store.setState({ dialog: 'import' })
        }}
      >
        {t('panels:documents.add')}
      </Button>
    </div>
  )
}
