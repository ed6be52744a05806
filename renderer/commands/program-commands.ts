import { t } from '../../shared/language/translate.ts'
import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { openDialog } from './dialogs.ts'

/** What is about the program rather than a project. */
export function programCommands(): readonly Command[] {
  return [
    {
      id: 'newWindow',
      title: t('commands:program.newWindow.title'),
      words: t('commands:program.newWindow.words'),
      group: 'project',
      keys: ['$mod+Shift+n'],
      scope: 'always',
      possible: ({ info }) => info?.shell === 'desktop',
      run: (session) => void session.ask('window.open', {}),
    },
    {
      id: 'copyDiagnostics',
      title: t('commands:program.copyDiagnostics.title'),
      words: t('commands:program.copyDiagnostics.words'),
      group: 'show',
      keys: ['Alt+KeyG'],
      scope: 'always',
      run: (session) => void copyDiagnostics(session),
    },
    {
      id: 'about',
      title: t('commands:program.about.title'),
      words: t('commands:program.about.words'),
      group: 'show',
      keys: ['Alt+KeyV'],
      scope: 'always',
      run: (session) => {
        openDialog(session, 'about')
      },
    },
  ]
}

/** Puts what somebody needs who is to mend Verbatim on the clipboard. */
export async function copyDiagnostics(session: Session): Promise<void> {
  const diagnostics = await session.ask('app.diagnostics', {})
  if (diagnostics === null) return
  try {
    await navigator.clipboard.writeText(diagnostics.text)
  } catch {
    session.tell(
      'failure',
      t('commands:program.copyDiagnostics.failed'),
      t('commands:program.copyDiagnostics.remedy'),
    )
    return
  }
  session.tell('done', t('commands:program.copyDiagnostics.done'))
}
