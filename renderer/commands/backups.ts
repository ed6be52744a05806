import { formatTime } from '../../shared/language/format.ts'
import type { Session } from '../store/session.ts'
import { sizeOf } from './amounts.ts'
import { withEditableProject, withProject, type Command } from './command.ts'
import { openDialog } from './dialogs.ts'

/** Copies of the project, made by hand, and the way back to one. Others are made while somebody works. */
export const backupCommands: readonly Command[] = [
  {
    id: 'backUpNow',
    title: 'Back up now',
    words: 'backup copy save safe',
    group: 'project',
    keys: ['Alt+KeyB'],
    scope: 'always',
    possible: withProject,
    run: (session) => void backUpNow(session),
  },
  {
    id: 'restoreBackup',
    title: 'Restore a backup…',
    words: 'backups copies recover earlier lost deleted',
    group: 'project',
    keys: ['Alt+Shift+KeyB'],
    scope: 'always',
    run: (session) => {
      openDialog(session, 'restore')
    },
  },
  {
    id: 'compactProject',
    title: 'Compact the project',
    words: 'smaller size shrink vacuum free room',
    group: 'project',
    keys: ['Alt+Shift+KeyV'],
    scope: 'always',
    possible: withEditableProject,
    run: (session) => void compactProject(session),
  },
  {
    id: 'repairProject',
    title: 'Repair…',
    words: 'damaged broken rescue recover save readable',
    group: 'project',
    keys: ['Alt+Shift+KeyM'],
    scope: 'always',
    run: (session) => {
      openDialog(session, 'repair')
    },
  },
]

async function compactProject(session: Session): Promise<void> {
  await session.outbox.flush()
  session.announce('The project is being compacted.')
  const compacted = await session.ask('project.compact', {})
  if (compacted === null) return
  const { before, after } = compacted
  const gained = before > after ? `, ${sizeOf(before - after)} less than before` : ', as before'
  session.tell('done', `The project takes ${sizeOf(after)} now${gained}.`)
}

async function backUpNow(session: Session): Promise<void> {
  await session.outbox.flush()
  const made = await session.ask('backups.make', {})
  if (made === null) return
  session.tell('done', `Backed up at ${formatTime(Date.parse(made.at))}.`)
}
