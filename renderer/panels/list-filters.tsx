import { Filter, X } from 'lucide-react'
import { useId } from 'react'
import { Button, Input, SearchField, ToggleButton } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { attributeValueText, valueOfAttribute } from '../../shared/model/attribute.ts'
import { setListView, showAll } from '../commands/list-commands.ts'
import { Choice, NamedOptions } from '../controls/choice.tsx'
import { isFiltered, noSpeaker, type ListView } from '../store/list-view.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { answerWords } from './annotation/answer-words.ts'

import './list-filters.css'

/** Which annotations the list shows, and in which order. Choices come from what the document holds. */
export function ListFilters() {
  const session = useSession()
  const view = useWorkbench(({ listView }) => listView)
  const isOpen = useWorkbench(({ filtersOpen }) => filtersOpen)
  const id = useId()
  const filtered = isFiltered(view)

  function set(change: Partial<ListView>): void {
    // The fields stay when the last filter is taken away in them.
    session.store.setState({ filtersOpen: true })
    setListView(session, change)
  }

  return (
    <div className="list-filters">
      <div className="list-filters-head">
        <Button
          aria-controls={id}
          aria-expanded={isOpen || filtered}
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ filtersOpen: !isOpen })
          }}
        >
          <Filter aria-hidden="true" size={14} strokeWidth={1.75} />{' '}
          {t('panels:annotations.filter')}
        </Button>
        {filtered ? (
          <Button
            className="button button-quiet"
            onPress={() => {
              showAll(session)
            }}
          >
            <X aria-hidden="true" size={14} strokeWidth={1.75} /> {t('panels:annotations.showAll')}
          </Button>
        ) : null}
        <Choice
          label={t('panels:annotations.order')}
          labelled="hidden"
          onChange={(order) => {
            if (order === 'place' || order === 'newest' || order === 'changed') {
              setListView(session, { order })
            }
          }}
          value={view.order}
        >
          <option value="place">{t('panels:annotations.byPlace')}</option>
          <option value="newest">{t('panels:annotations.newest')}</option>
          <option value="changed">{t('panels:annotations.lastChanged')}</option>
        </Choice>
      </div>
      {isOpen || filtered ? <Filters id={id} set={set} view={view} /> : null}
    </div>
  )
}

function Filters({
  id,
  view,
  set,
}: {
  readonly id: string
  readonly view: ListView
  readonly set: (change: Partial<ListView>) => void
}) {
  const annotations = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const used = new Set(annotations.flatMap(({ attribution }) => attribution))
  const annotators = [...new Set(annotations.map(({ annotator }) => annotator))].toSorted()
  const attribute = view.attribute
  return (
    <div
      aria-label={t('panels:annotations.filters')}
      className="list-filters-fields"
      id={id}
      role="group"
    >
      <SearchField
        aria-label={t('panels:annotations.find')}
        className="list-filters-search"
        onChange={(query) => {
          set({ query })
        }}
        value={view.query}
      >
        <Input autoComplete="off" className="input" placeholder={t('panels:annotations.find')} />
      </SearchField>
      <Choice
        label={t('common:label')}
        onChange={(label) => {
          set({ label: label || null })
        }}
        value={view.label ?? ''}
      >
        <option value="">{t('common:any')}</option>
        <NamedOptions things={labels} />
      </Choice>
      <Choice
        label={t('common:speaker')}
        onChange={(speaker) => {
          set({ speaker: speaker || null })
        }}
        value={view.speaker ?? ''}
      >
        <option value="">{t('common:any')}</option>
        <option value={noSpeaker}>{t('panels:annotations.nobody')}</option>
        <NamedOptions
          things={speakers.filter((one) => used.has(one.id) || one.id === view.speaker)}
        />
      </Choice>
      <Choice
        label={t('panels:annotations.attribute')}
        onChange={(chosen) => {
          set({ attribute: chosen === '' ? null : { id: chosen, value: null } })
        }}
        value={attribute?.id ?? ''}
      >
        <option value="">{t('common:any')}</option>
        {attributesIn(annotations).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Choice>
      {attribute === null ? null : (
        <Choice
          label={t('panels:annotations.value')}
          onChange={(value) => {
            set({ attribute: { ...attribute, value: value || null } })
          }}
          value={attribute.value ?? ''}
        >
          <option value="">{t('common:any')}</option>
          <NamedOptions things={valuesIn(annotations, attribute.id)} />
        </Choice>
      )}
      <Choice
        label={t('panels:annotations.annotator')}
        onChange={(annotator) => {
          set({ annotator: annotator || null })
        }}
        value={view.annotator ?? ''}
      >
        <option value="">{t('common:any')}</option>
        {annotators.map((annotator) => (
          <option key={annotator}>{annotator}</option>
        ))}
      </Choice>
      <div className="list-filters-toggles">
        <ToggleButton
          className="choice"
          isSelected={view.withNote}
          onChange={(withNote) => {
            set({ withNote })
          }}
        >
          {t('panels:annotations.withNote')}
        </ToggleButton>
        <ToggleButton
          className="choice"
          isSelected={view.incomplete}
          onChange={(incomplete) => {
            set({ incomplete })
          }}
        >
          {t('panels:annotations.incomplete')}
        </ToggleButton>
      </div>
    </div>
  )
}

function attributesIn(annotations: readonly Annotation[]): readonly string[] {
  return [...new Set(annotations.flatMap(({ attributes }) => Object.keys(attributes)))].toSorted()
}

/** The answers to a question, each by what it is kept as and by what it is called. */
function valuesIn(annotations: readonly Annotation[], attribute: string) {
  const names = annotations.flatMap(({ attributes }) => {
    const value = valueOfAttribute(attributes, attribute)
    if (value === undefined) return []
    return (typeof value === 'object' ? value : [value]).map(
      (one) => [attributeValueText(one), answerWords(one)] as const,
    )
  })
  return Array.from(new Map(names), ([id, name]) => ({ id, name })).toSorted((one, other) =>
    one.id < other.id ? -1 : 1,
  )
}
