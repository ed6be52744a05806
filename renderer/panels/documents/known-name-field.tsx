import { useId, useMemo } from 'react'
import { Input, Label, TextField } from 'react-aria-components'

import type { ListedDocument } from '../../../shared/model/document.ts'
import { collator } from '../../store/document-order.ts'
import { documentsOf } from '../../store/selectors.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** A field for the name of somebody or of a tag, with those that the project knows offered under it. */
export function KnownNameField({
  id,
  label,
  known,
  typed,
  disabled,
  onType,
  onEnter,
}: {
  readonly id: string
  readonly label: string
  /** What of the documents is offered. */
  readonly known: 'assignee' | 'tags'
  readonly typed: string
  readonly disabled: boolean
  readonly onType: (typed: string) => void
  readonly onEnter: (typed: string) => void
}) {
  const listId = useId()
  const names = useKnownNames(known)
  return (
    <TextField className="field" isDisabled={disabled} onChange={onType} value={typed}>
      <Label>{label}</Label>
      <Input
        autoComplete="off"
        className="input"
        id={id}
        list={listId}
        maxLength={known === 'tags' ? 100 : 200}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter(event.currentTarget.value)
        }}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </TextField>
  )
}

/** The people or tags that the documents of the project name, in their order. */
export function useKnownNames(known: 'assignee' | 'tags'): readonly string[] {
  const documents = useWorkbenchAfterPaint(documentsOf)
  return useMemo(() => namesIn(documents, known), [documents, known])
}

function namesIn(
  documents: readonly ListedDocument[],
  known: 'assignee' | 'tags',
): readonly string[] {
  const names = documents.flatMap((document) =>
    known === 'tags' ? document.tags : (document.assignee ?? []),
  )
  return [...new Set(names)].toSorted(collator.compare)
}
