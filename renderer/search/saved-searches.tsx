import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import {
  canSaveSearch,
  deleteSearch,
  renameSearch,
  saveSearch,
  type SavedSearch,
} from '../commands/saved-searches.ts'
import { openSearch } from '../commands/searching.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { useAim } from '../store/use-aim.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Searches that are kept with the project under a name. */
export function SavedSearches() {
  const session = useSession()
  const searches = useWorkbench(({ project }) => project?.project.searches ?? [])
  const canSave = useWorkbench(canSaveSearch)
  const [naming, setNaming] = useState(false)
  const [renamed, setRenamed] = useState<string | null>(null)
  const readOnly = useWorkbench(({ project }) => project?.readOnly !== null)
  useAim('saveSearch', () => {
    setNaming(true)
  })
  return (
    <div aria-label={t('search:saved.title')} className="facet saved" role="group">
      <h2>{t('search:saved.title')}</h2>
      {searches.map((search) =>
        search.id === renamed ? (
          <NameField
            key={search.id}
            name={search.name}
            onEnd={() => {
              setRenamed(null)
            }}
            onName={(name) => {
              renameSearch(session, search, name)
            }}
          />
        ) : (
          <Saved
            key={search.id}
            onRename={() => {
              setRenamed(search.id)
            }}
            readOnly={readOnly}
            search={search}
          />
        ),
      )}
      {naming ? (
        <NameField
          name={session.store.getState().search.typed.trim().slice(0, 200)}
          onEnd={() => {
            setNaming(false)
          }}
          onName={(name) => {
            saveSearch(session, name)
          }}
        />
      ) : (
        <Button
          className="button button-quiet facet-more"
          isDisabled={!canSave}
          onPress={() => {
            setNaming(true)
          }}
        >
          <Plus {...icon} /> {t('search:saved.add')}
        </Button>
      )}
    </div>
  )
}

function Saved({
  search,
  readOnly,
  onRename,
}: {
  readonly search: SavedSearch
  readonly readOnly: boolean
  readonly onRename: () => void
}) {
  const session = useSession()
  return (
    <div className="saved-search">
      <Button
        className="facet-value"
        onPress={() => {
          openSearch(session, search.query)
        }}
      >
        <span className="facet-name" dir="auto" title={search.query}>
          {search.name}
        </span>
      </Button>
      {readOnly ? null : (
        <>
          <IconButton
            label={t('search:saved.renameOne', { name: search.name })}
            onPress={onRename}
            tip={t('search:saved.rename')}
          >
            <Pencil {...icon} />
          </IconButton>
          <IconButton
            label={t('search:saved.deleteOne', { name: search.name })}
            onPress={() => {
              deleteSearch(session, search)
              document.getElementById('search-text')?.focus()
            }}
            tip={t('search:saved.delete')}
          >
            <Trash2 {...icon} />
          </IconButton>
        </>
      )}
    </div>
  )
}

/** Escape leaves things as they are. */
function NameField({
  name,
  onName,
  onEnd,
}: {
  readonly name: string
  readonly onName: (name: string) => void
  readonly onEnd: () => void
}) {
  const [typed, setTyped] = useState(name)
  const end = (): void => {
    onEnd()
    document.getElementById('search-text')?.focus()
  }
  return (
    <Form
      className="saved-name"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') onName(typed.trim())
        end()
      }}
    >
      <TextField className="field" maxLength={200} onChange={setTyped} value={typed}>
        <Label>{t('search:saved.name')}</Label>
        <Input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody asked for this field just now
          autoFocus
          autoComplete="off"
          className="input"
          data-takes-escape
          dir="auto"
          id="search-name"
          onFocus={(event) => {
            event.target.select()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') end()
          }}
        />
      </TextField>
      <Button className="button" isDisabled={typed.trim() === ''} type="submit">
        {t('search:saved.save')}
      </Button>
    </Form>
  )
}
