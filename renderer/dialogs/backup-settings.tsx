import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'

import type { BackupPlace } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { useSession } from '../store/use-session.ts'
import { FolderChooser } from './folder-chooser.tsx'

/** Where backups go. The folder that was used before keeps what is in it. */
export function BackupSettings() {
  const session = useSession()
  const [place, setPlace] = useState<BackupPlace | null>(null)
  const [isChoosing, setIsChoosing] = useState(false)

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const known = await session.ask('backups.place', {})
      if (current) setPlace(known)
    }
    void load()
    return () => {
      current = false
    }
  }, [session])

  const take = async (ticket: string | null): Promise<void> => {
    setIsChoosing(false)
    const taken = await session.ask('backups.choosePlace', { ticket })
    if (taken !== null) setPlace(taken)
  }
  const choose = async (): Promise<void> => {
    if (session.store.getState().info?.shell === 'browser') {
      setIsChoosing(true)
      return
    }
    const args = { purpose: 'backupFolder', suggestedName: '' } as const
    const [chosen] = (await session.ask('places.choose', args)) ?? []
    if (chosen !== undefined) await take(chosen.ticket)
  }

  return (
    <div aria-labelledby="backup-folder" className="backup-place" role="group">
      <span className="field-label" id="backup-folder">
        {t('dialogs:backups.folder')}
      </span>
      <span className="path" dir="auto">
        {place?.path}
      </span>
      <div className="backup-place-actions">
        <Button className="button" onPress={() => void choose()}>
          {t('dialogs:backups.choose')}
        </Button>
        {place === null || place.isUsual ? null : (
          <Button className="button button-quiet" onPress={() => void take(null)}>
            {t('dialogs:backups.usual')}
          </Button>
        )}
      </div>
      {isChoosing ? (
        <FolderChooser
          onClose={() => {
            setIsChoosing(false)
          }}
          onFolder={(ticket) => void take(ticket)}
          purpose="backupFolder"
          title={t('dialogs:backups.folder')}
        />
      ) : null}
    </div>
  )
}
