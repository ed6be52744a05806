import type { Session } from '../store/session.ts'
import type { Command } from './command.ts'
import { openDialog } from './dialogs.ts'

/** What is about the program rather than a project. */
export const programCommands: readonly Command[] = [
  {
    id: 'newWindow',
    title: 'New window',
    words: 'another second project',
    group: 'project',
    keys: ['$mod+Shift+n'],
    scope: 'always',
    possible: ({ info }) => info?.shell === 'desktop',
    run: (session) => void session.ask('window.open', {}),
  },
  {
    id: 'copyDiagnostics',
    title: 'Copy diagnostics',
    words: 'report problem bug error support log version help',
    group: 'show',
    keys: ['Alt+KeyG'],
    scope: 'always',
    inTable: true,
    run: (session) => void copyDiagnostics(session),
  },
  {
    id: 'about',
    title: 'About Verbatim…',
    words: 'version licences help',
    group: 'show',
    keys: ['Alt+KeyV'],
    scope: 'always',
    run: (session) => {
      openDialog(session, 'about')
    },
  },
]

/** Puts what somebody needs who is to mend Verbatim on the clipboard. */
export async function copyDiagnostics(session: Session): Promise<void> {
  const diagnostics = await session.ask('app.diagnostics', {})
  if (diagnostics === null) return
  try {
    await navigator.clipboard.writeText(diagnostics.text)
  } catch {
    session.tell(
      'failure',
      'The diagnostics could not be copied, for the clipboard is not to be had just now.',
      'Come back to this window and try again.',
    )
    return
  }
  session.tell(
    'done',
    'The diagnostics are copied: versions, sizes, settings and the end of the log. Nothing of any article is in them.',
  )
}
