import { useId } from 'react'

import { t } from '../../../shared/language/translate.ts'
import type { Document } from '../../../shared/model/document.ts'
import { changeDocument, type DocumentDetails } from '../../commands/documents.ts'
import { useKnownNames } from '../../panels/documents/known-name-field.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useAim } from '../../store/use-aim.ts'
import { useSession } from '../../store/use-session.ts'

type Field = {
  readonly name: Exclude<keyof DocumentDetails, 'tags'>
  /** Why what was typed cannot be kept; `typed` is neither empty nor has space around it. */
  readonly problem?: (typed: string) => string | null
}

const fields: readonly Field[] = [
  { name: 'source' },
  { name: 'author' },
  { name: 'date' },
  { name: 'language', problem: languageProblem },
  { name: 'assignee', problem: nameProblem },
  { name: 'url', problem: addressProblem },
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
        label={t('dialogs:document.fields.title')}
        onRecord={(typed) => {
          changeDocument(session, t('dialogs:document.changes.title'), { title: typed.trim() })
        }}
        problem={titleProblem}
        value={document.title}
      />
      {fields.map(({ name, problem }) => (
        <RecordedField
          disabled={disabled}
          key={name}
          {...(name === 'assignee' ? { id: assigneeId, suggestions: people } : {})}
          label={t(`dialogs:document.fields.${name}`)}
          onRecord={(typed) => {
            const summary = t(`dialogs:document.changes.${name}`, { title: document.title })
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
  if (typed.trim() === '') return t('dialogs:document.problems.noTitle')
  return typed.trim().length > 500 ? t('dialogs:document.problems.longTitle') : null
}

function nameProblem(typed: string): string | null {
  return typed.length > 200 ? t('dialogs:document.problems.assignee') : null
}

function languageProblem(typed: string): string | null {
  try {
    Intl.getCanonicalLocales(typed)
    return null
  } catch {
    return t('dialogs:document.problems.language')
  }
}

function addressProblem(typed: string): string | null {
  const protocol = URL.parse(typed)?.protocol
  return protocol === 'https:' || protocol === 'http:' ? null : t('dialogs:document.problems.url')
}
