import { CornerLeftUp } from 'lucide-react'
import { useState } from 'react'
import { Button, Form } from 'react-aria-components'

import type { FolderEntry, Place } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { useSession } from '../store/use-session.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { FileNameField } from './file-name-field.tsx'
import { FolderList } from './folder-list.tsx'
import { useFolder } from './use-folder.ts'

/** Chooses a project that is there, or a name and folder for a new file, where the browser has no dialog for it. */
export function ProjectChooser({
  purpose,
  title,
  action,
  suggestedName = t('dialogs:chooser.untitled'),
  onClose,
  onPlace,
}: {
  readonly purpose: 'newProject' | 'openProject'
  readonly title: string
  /** What the button says. */
  readonly action: string
  readonly suggestedName?: string
  readonly onClose: () => void
  readonly onPlace: (place: Place) => Promise<void>
}) {
  const session = useSession()
  const { folder, failure, enter, setFailure } = useFolder(purpose)
  const [chosenTicket, setChosenTicket] = useState<string | null>(null)
  const [name, setName] = useState(suggestedName)
  const [takesFocus, setTakesFocus] = useState(purpose === 'openProject')
  const isNew = purpose === 'newProject'
  // Only what is on screen can be chosen.
  const chosen = folder?.entries.find(({ ticket }) => ticket === chosenTicket) ?? null

  const enterWithKeyboard = (ticket: string): void => {
    setTakesFocus(true)
    enter(ticket)
  }
  const goOn = async (entry: FolderEntry): Promise<void> => {
    if (entry.kind === 'folder') enterWithKeyboard(entry.ticket)
    else if (!isNew) await onPlace({ ticket: entry.ticket, name: entry.name })
  }
  const create = async (): Promise<void> => {
    if (folder === null) return
    const args = { purpose, folder: folder.ticket, name } as const
    const named = await session.bridge.call('places.name', args)
    if (!named.ok) setFailure(named.failure)
    else if (named.value.exists) {
      setFailure({
        code: 'alreadyExists',
        message: t('dialogs:chooser.taken', { name: named.value.place.name }),
        remedy: t('dialogs:chooser.takenRemedy'),
      })
    } else await onPlace(named.value.place)
  }

  return (
    <DialogFrame onClose={onClose} title={title}>
      <Form
        className="chooser"
        onSubmit={(event) => {
          event.preventDefault()
          setFailure(null)
          if (isNew) void create()
          else if (chosen !== null) void goOn(chosen)
        }}
      >
        <div className="chooser-path">
          <Button
            aria-label={t('dialogs:chooser.up')}
            className="button button-icon"
            isDisabled={folder === null || folder.parent === null}
            onPress={() => {
              const parent = folder?.parent ?? null
              if (parent === null) return
              setTakesFocus(false)
              enter(parent)
            }}
          >
            <CornerLeftUp aria-hidden="true" size={16} strokeWidth={1.75} />
          </Button>
          <span className="path" dir="auto">
            {folder?.path}
          </span>
        </div>
        {folder === null ? (
          <div className="folder-list" />
        ) : (
          <FolderList
            chosen={chosen?.ticket ?? null}
            filesMayBeChosen={!isNew}
            folder={folder}
            onChoose={setChosenTicket}
            onGoOn={(entry) => void goOn(entry)}
            // At the root the button that led there is disabled, which would leave the keyboard nowhere.
            takesFocus={takesFocus || folder.parent === null}
          />
        )}
        {isNew ? <FileNameField onChange={setName} value={name} /> : null}
        <FailureAlert failure={failure} />
        <div className="dialog-actions">
          <Button className="button button-quiet" onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            className="button button-primary"
            isDisabled={folder === null || (!isNew && chosen === null)}
            type="submit"
          >
            {action}
          </Button>
        </div>
      </Form>
    </DialogFrame>
  )
}
