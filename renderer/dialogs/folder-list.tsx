import { FileText, Folder as FolderIcon } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components'

import type { Folder, FolderEntry } from '../../shared/contract.ts'
import { formatDate } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { sizeOf } from '../commands/amounts.ts'

/** What a folder holds. Arrows and first letters choose; Enter or a double click goes on. */
export function FolderList({
  folder,
  chosen,
  onChoose,
  onGoOn,
  filesMayBeChosen,
  takesFocus,
}: {
  readonly folder: Folder
  /** Ticket of the chosen entry. */
  readonly chosen: string | null
  readonly onChoose: (ticket: string | null) => void
  readonly onGoOn: (entry: FolderEntry) => void
  /** Otherwise they only show which names are taken. */
  readonly filesMayBeChosen: boolean
  readonly takesFocus: boolean
}) {
  const find = (ticket: unknown): FolderEntry | null =>
    folder.entries.find((entry) => entry.ticket === ticket) ?? null
  return (
    <ListBox
      aria-label={t('dialogs:chooser.files')}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the keyboard stays in the list when a folder is entered
      autoFocus={takesFocus ? 'first' : false}
      className="folder-list"
      // A click on the entry that the keyboard chose already must not take the choice away.
      disallowEmptySelection
      items={folder.entries}
      // A list of its own for each folder: neither focus nor scroll place is that of the last one.
      key={folder.ticket}
      onAction={(ticket) => {
        const entry = find(ticket)
        if (entry !== null) onGoOn(entry)
      }}
      onSelectionChange={(keys) => {
        onChoose(keys === 'all' ? null : (find([...keys][0])?.ticket ?? null))
      }}
      renderEmptyState={() => <p className="folder-empty">{t('dialogs:chooser.empty')}</p>}
      selectedKeys={chosen === null ? [] : [chosen]}
      selectionBehavior="replace"
      selectionMode="single"
    >
      {(entry) => (
        <ListBoxItem
          className="folder-entry"
          id={entry.ticket}
          isDisabled={entry.kind === 'file' && !filesMayBeChosen}
          // Typing first letters moves the focus alone.
          onFocus={() => {
            onChoose(entry.ticket)
          }}
          textValue={entry.name}
        >
          {entry.kind === 'folder' ? (
            <FolderIcon aria-hidden="true" size={16} strokeWidth={1.75} />
          ) : (
            <FileText aria-hidden="true" size={16} strokeWidth={1.75} />
          )}
          <span className="entry-name">{entry.name}</span>{' '}
          <span className="entry-facts">
            {t('dialogs:chooser.facts', {
              what: entry.kind === 'folder' ? t('dialogs:chooser.folder') : sizeOf(entry.bytes),
              date: formatDate(Date.parse(entry.modifiedAt)),
            })}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
