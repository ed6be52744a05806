import { t } from '../../shared/language/translate.ts'
import { listedDocuments } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { tableCommand } from './table-command.ts'

/** Choosing several documents of the table, to say something of all of them. */
export function choosingCommands(): readonly Command[] {
  return [
    tableCommand(
      'chooseAllDocuments',
      {
        title: t('commands:documentTable.chooseAll.title'),
        words: t('commands:documentTable.chooseAll.words'),
      },
      '$mod+a',
      (session) => {
        const documents = listedDocuments(session.store.getState())
        chooseDocuments(
          session,
          documents.map(({ id }) => id),
        )
      },
    ),
    tableCommand(
      'chooseNoDocument',
      {
        title: t('commands:documentTable.chooseNone.title'),
        words: t('commands:documentTable.chooseNone.words'),
      },
      'n',
      (session) => {
        chooseDocuments(session, [])
      },
      ({ chosenDocumentIds }) => chosenDocumentIds.length > 0,
    ),
    extend('chooseNext', 'Shift+ArrowDown'),
    extend('choosePrevious', 'Shift+ArrowUp'),
  ]
}

/** Chooses these documents of the table and no others. */
export function chooseDocuments(session: Session, ids: readonly string[]): void {
  session.store.setState({ chosenDocumentIds: ids })
  session.announce(t('commands:documentTable.chosen', { count: ids.length }))
}

/** What the arrows do in the rows, from wherever the keyboard is. */
function extend(aim: 'chooseNext' | 'choosePrevious', key: string): Command {
  return tableCommand(
    aim,
    {
      title: t(`commands:documentTable.${aim}.title`),
      words: t(`commands:documentTable.${aim}.words`),
    },
    key,
    (session) => {
      session.store.setState({ aim })
    },
  )
}
