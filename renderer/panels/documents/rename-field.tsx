import { useRef } from 'react'
import { Input, TextField } from 'react-aria-components'

import type { ListedDocument } from '../../../shared/model/document.ts'
import { fieldName } from '../../commands/ordering-documents.ts'
import { nameDocument } from '../../commands/renaming.ts'
import { useSession } from '../../store/use-session.ts'

/** The title of a document, to be changed where it stands: Enter and leaving keep what is typed, Escape gives it up. */
export function RenameField({ document }: { readonly document: ListedDocument }) {
  const session = useSession()
  const isOver = useRef(false)

  function end(typed: string | null): void {
    if (isOver.current) return
    isOver.current = true
    const title = typed?.trim() ?? ''
    if (title !== '' && title !== document.title) void nameDocument(session, document.id, title)
    session.store.setState({ renamingId: null })
  }

  return (
    <TextField
      aria-label={fieldName('title')}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for by its key
      autoFocus
      className="rename-field"
      defaultValue={document.title}
    >
      <Input
        autoComplete="off"
        className="input"
        data-takes-escape
        maxLength={500}
        onBlur={(event) => {
          end(event.currentTarget.value)
        }}
        onFocus={(event) => {
          event.currentTarget.select()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          const row = event.currentTarget.closest('[data-key]')
          end(event.key === 'Enter' ? event.currentTarget.value : null)
          if (row instanceof HTMLElement) row.focus()
        }}
      />
    </TextField>
  )
}
