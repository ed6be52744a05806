import { X } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { statusName } from '../../commands/document-status.ts'
import { setDocumentView, showAllDocuments } from '../../commands/document-table.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { IconButton } from '../../controls/icon-button.tsx'
import { filtersDocuments } from '../../store/document-list-view.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'

/** Which documents the list shows: by words of title, source and author, and by how far they are. */
export function DocumentFilters() {
  const session = useSession()
  const view = useWorkbench(({ documentListView }) => documentListView)

  return (
    <div aria-label={t('panels:documents.filters')} className="document-filters" role="group">
      <SearchField
        aria-label={t('panels:documents.find')}
        onChange={(query) => {
          setDocumentView(session, { query })
        }}
        value={view.query}
      >
        <Input autoComplete="off" className="input" placeholder={t('panels:documents.find')} />
      </SearchField>
      <Choice
        label={t('panels:documents.status')}
        labelled="hidden"
        onChange={(chosen) => {
          const status = documentStatuses.find((one) => one === chosen) ?? null
          setDocumentView(session, { status })
        }}
        value={view.status ?? ''}
      >
        <option value="">{t('panels:documents.anyStatus')}</option>
        <NamedOptions
          things={documentStatuses.map((status) => ({ id: status, name: statusName(status) }))}
        />
      </Choice>
      {/* Some filters are set in the table alone. */}
      {filtersDocuments(view) ? (
        <IconButton
          command="unfilterDocuments"
          label={t('panels:documents.showAll')}
          onPress={() => {
            showAllDocuments(session)
          }}
          tip={t('panels:documents.showAllDocuments')}
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} />
        </IconButton>
      ) : null}
    </div>
  )
}
