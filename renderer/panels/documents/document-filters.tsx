import { X } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { statusFilterName } from '../../commands/document-status.ts'
import { setDocumentFilter, findDocuments, showAllDocuments } from '../../commands/document-view.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { IconButton } from '../../controls/icon-button.tsx'
import { filtersDocuments, statusFilters } from '../../store/document-list-view.ts'
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
          findDocuments(session, query)
        }}
        value={view.query}
      >
        <Input autoComplete="off" className="input" placeholder={t('panels:documents.find')} />
      </SearchField>
      <Choice
        label={t('panels:documents.status')}
        labelled="hidden"
        onChange={(chosen) => {
          setDocumentFilter(session, {
            status: statusFilters.find((one) => one === chosen) ?? null,
          })
        }}
        value={view.status ?? ''}
      >
        <option value="">{t('panels:documents.anyStatus')}</option>
        <NamedOptions
          things={statusFilters.map((one) => ({ id: one, name: statusFilterName(one) }))}
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
