import { formatTime } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import { sizeOf } from './amounts.ts'
import { withEditableProject, withProject, type Command } from './command.ts'
import { openDialog } from './dialogs.ts'

/** Copies of the project, made by hand, and the way back to one. Others are made while somebody works. */
export function backupCommands(): readonly Command[] {
  return [
    {
      id: 'backUpNow',
      title: t('commands:backups.backUpNow.title'),
      words: t('commands:backups.backUpNow.words'),
      group: 'project',
      keys: ['Alt+KeyB'],
      scope: 'always',
      possible: withProject,
      run: (session) => void backUpNow(session),
    },
    {
      id: 'restoreBackup',
      title: t('commands:backups.restore.title'),
      words: t('commands:backups.restore.words'),
      group: 'project',
      keys: ['Alt+Shift+KeyB'],
      scope: 'always',
      run: (session) => {
        openDialog(session, 'restore')
      },
    },
    {
      id: 'compactProject',
      title: t('commands:backups.compact.title'),
      words: t('commands:backups.compact.words'),
      group: 'project',
      keys: ['Alt+Shift+KeyV'],
      scope: 'always',
      possible: withEditableProject,
      run: (session) => void compactProject(session),
    },
    {
      id: 'repairProject',
      title: t('commands:backups.repair.title'),
      words: t('commands:backups.repair.words'),
      group: 'project',
      keys: ['Alt+Shift+KeyM'],
      scope: 'always',
      run: (session) => {
        openDialog(session, 'repair')
      },
    },
  ]
}

async function compactProject(session: Session): Promise<void> {
  await session.outbox.flush()
  session.announce(t('commands:backups.compact.running'))
  const compacted = await session.ask('project.compact', {})
  if (compacted === null) return
  const { before, after } = compacted
  const size = sizeOf(after)
  session.tell(
    'done',
    before > after
      ? t('commands:backups.compact.gained', { size, gained: sizeOf(before - after) })
      : t('commands:backups.compact.done', { size }),
  )
}

async function backUpNow(session: Session): Promise<void> {
  await session.outbox.flush()
  const made = await session.ask('backups.make', {})
  if (made === null) return
  session.tell(
    'done',
    t('commands:backups.backUpNow.done', { time: formatTime(Date.parse(made.at)) }),
  )
}
