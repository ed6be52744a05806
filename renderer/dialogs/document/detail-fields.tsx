import { useId } from 'react'

import type { Document } from '../../../shared/model/document.ts'
import { changeDocument, type DocumentDetails } from '../../commands/documents.ts'
import { useKnownNames } from '../../panels/documents/known-name-field.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useAim } from '../../store/use-aim.ts'
import { useSession } from '../../store/use-session.ts'

type Field = {
  readonly name: Exclude<keyof DocumentDetails, 'tags'>
  readonly label: string
  /** Why what was typed cannot be kept; `typed` is neither empty nor has space around it. */
  readonly problem?: (typed: string) => string | null
}

const fields: readonly Field[] = [
  { name: 'source', label: 'Source' },
  { name: 'author', label: 'Author' },
  { name: 'date', label: 'Date' },
  { name: 'language', label: 'Language', problem: languageProblem },
  { name: 'assignee', label: 'Assigned to', problem: nameProblem },
  { name: 'url', label: 'Web address', problem: addressProblem },
]

/** What can be said of a document: who published it, when, and in which language. */
export function DetailFields({
  document,
  disabled,
}: {
  readonly document: Document
  readonly disabled: boolean
}) {
  const session = useSession()
  const titleId = useId()
  const assigneeId = useId()
  const people = useKnownNames('assignee')
  useAim('documentAssignee', () => {
    window.document.getElementById(assigneeId)?.focus()
  })
  useAim('documentTitle', () => {
    const field = window.document.getElementById(titleId)
    if (!(field instanceof HTMLInputElement)) return
    field.focus()
    field.select()
  })
  return (
    <div className="document-fields">
      <RecordedField
        disabled={disabled}
        id={titleId}
        label="Title"
        onRecord={(typed) => {
          changeDocument(session, 'Change title', { title: typed.trim() })
        }}
        problem={titleProblem}
        value={document.title}
      />
      {fields.map(({ name, label, problem }) => (
        <RecordedField
          disabled={disabled}
          key={name}
          {...(name === 'assignee' ? { id: assigneeId, suggestions: people } : {})}
          label={label}
          onRecord={(typed) => {
            const summary = `Change ${label.toLowerCase()} of “${document.title}”`
            changeDocument(session, summary, { [name]: typed.trim() || null })
          }}
          problem={(typed) => (typed.trim() === '' ? null : (problem?.(typed.trim()) ?? null))}
          value={document[name] ?? ''}
        />
      ))}
    </div>
  )
}

function titleProblem(typed: string): string | null {
  if (typed.trim() === '') return 'A document needs a title.'
  return typed.trim().length > 500 ? 'A title has at most 500 letters.' : null
}

function nameProblem(typed: string): string | null {
  return typed.length > 200 ? 'A name has at most 200 letters.' : null
}

function languageProblem(typed: string): string | null {
  try {
    Intl.getCanonicalLocales(typed)
    return null
  } catch {
    return 'Write a language tag, such as en, de or zh-Hant.'
  }
}

function addressProblem(typed: string): string | null {
  const protocol = URL.parse(typed)?.protocol
  return protocol === 'https:' || protocol === 'http:' ? null : 'Begin with https:// or http://.'
}
