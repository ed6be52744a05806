import { t } from '../../shared/language/translate.ts'
import type { Document } from '../../shared/model/document.ts'
import { timeNow } from '../../shared/model/id.ts'
import type { Session } from '../store/session.ts'
import { withEditableDocument, type Command } from './command.ts'

/** Has the open document read from one side, or, where that is `null`, the way its text shows. */
export function setDirection(session: Session, direction: Document['direction']): void {
  const before = session.store.getState().document?.document
  if (before === undefined || before.direction === direction) return
  const after = { ...before, direction, updatedAt: timeNow() }
  session.record(t('commands:readingDirection.set'), [{ entity: 'document', before, after }])
}

/** What a choice is called. */
export function directionTitle(choice: 'ltr' | 'rtl' | 'detected'): string {
  return t(`commands:readingDirection.titles.${choice}`)
}

export function directionCommands(): readonly Command[] {
  return [
    directionCommand('ltr', 'Alt+Shift+KeyL'),
    directionCommand('rtl', 'Alt+Shift+KeyR'),
    directionCommand(null, 'Alt+Shift+KeyD'),
  ]
}

function directionCommand(to: Document['direction'], key: string): Command {
  const name = to ?? 'detected'
  return {
    id: `direction-${name}`,
    title: directionTitle(name),
    group: 'document',
    views: ['desk'],
    keys: [key],
    scope: 'window',
    possible: withEditableDocument,
    run: (session) => {
      setDirection(session, to)
    },
  }
}
