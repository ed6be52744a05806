import { CornerLeftUp } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { Purpose } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { StayingButton } from '../controls/staying-button.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { FolderList } from './folder-list.tsx'
import { useFolder } from './use-folder.ts'

/** Chooses a folder, where the browser has no dialog for it: one that is listed, or the one that is shown. */
export function FolderChooser({
  purpose,
  title,
  onClose,
  onFolder,
}: {
  readonly purpose: Purpose
  readonly title: string
  readonly onClose: () => void
  readonly onFolder: (ticket: string) => void
}) {
  const { folder, failure, enter } = useFolder(purpose)
  const [chosen, setChosen] = useState<string | null>(null)
  const parent = folder?.parent ?? null
  const entry = folder?.entries.find(({ ticket, kind }) => ticket === chosen && kind === 'folder')
  return (
    <DialogFrame onClose={onClose} title={title}>
      <div className="chooser">
        <div className="chooser-path">
          <StayingButton
            aria-label={t('dialogs:chooser.up')}
            className="button button-icon"
            isDisabled={parent === null}
            onPress={() => {
              if (parent !== null) enter(parent)
            }}
          >
            <CornerLeftUp aria-hidden="true" size={16} strokeWidth={1.75} />
          </StayingButton>
          <span className="path" dir="auto">
            {folder?.path}
          </span>
        </div>
        {folder === null ? (
          <div className="folder-list" />
        ) : (
          <FolderList
            chosen={chosen}
            filesMayBeChosen={false}
            folder={folder}
            onChoose={setChosen}
            onGoOn={({ ticket, kind }) => {
              if (kind === 'folder') enter(ticket)
            }}
            takesFocus
          />
        )}
        <FailureAlert failure={failure} />
        <div className="dialog-actions">
          <Button className="button button-quiet" onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            className="button button-primary"
            isDisabled={folder === null}
            onPress={() => {
              const ticket = entry?.ticket ?? folder?.ticket
              if (ticket !== undefined) onFolder(ticket)
            }}
          >
            {entry === undefined
              ? t('dialogs:chooser.useThis')
              : t('dialogs:chooser.use', { name: entry.name })}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}
