import { X } from 'lucide-react'
import { useMemo } from 'react'
import { Button, Input, SearchField, ToggleButton } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { ListedDocument } from '../../../shared/model/document.ts'
import { statusFilterName } from '../../commands/document-status.ts'
import { setDocumentFilter, findDocuments, showAllDocuments } from '../../commands/document-view.ts'
import { filterCommandId } from '../../commands/filtering-documents.ts'
import { fieldName, groupBy } from '../../commands/ordering-documents.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { KeyTip, useShortcut } from '../../controls/key-tip.tsx'
import { documentGroupings } from '../../store/document-groups.ts'
import { filtersDocuments, statusFilters, unsaid } from '../../store/document-list-view.ts'
import { collator } from '../../store/document-order.ts'
import { documentsOf } from '../../store/selectors.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** Stands for “any” among the values of a choice; no value begins so. */
const any = ' *'

const valueFilters = ['source', 'language', 'assignee', 'tag'] as const
type ValueFilter = (typeof valueFilters)[number]

/** Which documents the table shows and how they are parted. Choices come from what the project holds. */
export function TableFilters() {
  const session = useSession()
  const view = useWorkbench(({ documentListView }) => documentListView)
  const documents = useWorkbenchAfterPaint(documentsOf)
  const unannotatedKey = useShortcut('onlyUnannotated')
  const showAllKey = useShortcut('unfilterDocuments')
  const values = useMemo(() => valuesIn(documents), [documents])
  return (
    <div
      aria-label={t('panels:documents.filters')}
      className="document-filters table-filters"
      role="group"
    >
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
        command={filterCommandId('status')}
        label={t('panels:documents.status')}
        onChange={(chosen) => {
          setDocumentFilter(session, {
            status: statusFilters.find((one) => one === chosen) ?? null,
          })
        }}
        value={view.status ?? any}
      >
        <option value={any}>{t('common:any')}</option>
        <NamedOptions
          things={statusFilters.map((one) => ({ id: one, name: statusFilterName(one) }))}
        />
      </Choice>
      {valueFilters.map((name) => (
        <Choice
          command={filterCommandId(name === 'tag' ? 'tags' : name)}
          key={name}
          label={fieldName(name)}
          onChange={(chosen) => {
            setDocumentFilter(session, { [name]: chosen === any ? null : chosen })
          }}
          value={view[name] ?? any}
        >
          <option value={any}>{t('common:any')}</option>
          <option value={unsaid}>{t(`panels:table.none.${name}`)}</option>
          {values[name].map((value) => (
            <option key={value}>{value}</option>
          ))}
        </Choice>
      ))}
      <Choice
        command="groupDocuments"
        label={t('panels:table.groupBy')}
        onChange={(chosen) => {
          groupBy(session, documentGroupings.find((one) => one === chosen) ?? null)
        }}
        value={view.group ?? any}
      >
        <option value={any}>{t('panels:table.ungrouped')}</option>
        <NamedOptions
          things={documentGroupings.map((one) => ({ id: one, name: fieldName(one) }))}
        />
      </Choice>
      <div className="table-filters-toggles">
        <KeyTip command="onlyUnannotated" tip={t('commands:documentTable.unannotated.title')}>
          <ToggleButton
            className="choice"
            isSelected={view.unannotated}
            onChange={(unannotated) => {
              setDocumentFilter(session, { unannotated })
            }}
            ref={unannotatedKey}
          >
            {t('panels:table.unannotated')}
          </ToggleButton>
        </KeyTip>
        {filtersDocuments(view) ? (
          <KeyTip command="unfilterDocuments" tip={t('panels:documents.showAllDocuments')}>
            <Button
              className="button button-quiet"
              onPress={() => {
                showAllDocuments(session)
              }}
              ref={showAllKey}
            >
              <X aria-hidden="true" size={14} strokeWidth={1.75} /> {t('panels:documents.showAll')}
            </Button>
          </KeyTip>
        ) : null}
      </div>
    </div>
  )
}

function valuesIn(
  documents: readonly ListedDocument[],
): Readonly<Record<ValueFilter, readonly string[]>> {
  return {
    source: sorted(documents.map(({ source }) => source)),
    language: sorted(documents.map(({ language }) => language)),
    assignee: sorted(documents.map(({ assignee }) => assignee)),
    tag: sorted(documents.flatMap(({ tags }) => tags)),
  }
}

function sorted(values: readonly (string | null)[]): readonly string[] {
  const said = new Set(values.filter((value) => value !== null && value !== unsaid))
  return [...said].flatMap((value) => value ?? []).toSorted(collator.compare)
}
