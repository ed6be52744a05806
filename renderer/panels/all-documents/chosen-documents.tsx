import { Trash2, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'

import { documentStatuses } from '../../../shared/model/document.ts'
import { countOf } from '../../commands/amounts.ts'
import { editChosen, removeChosen } from '../../commands/document-edits.ts'
import { statusName } from '../../commands/document-status.ts'
import { useAim } from '../../store/use-aim.ts'
import { useSession, useWorkbench, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { KnownNameField } from '../documents/known-name-field.tsx'
import { StatusIcon } from '../documents/status-icon.tsx'

/** What can be said of several documents at once; each is one step to undo. */
export function ChosenDocuments() {
  const session = useSession()
  const count = useWorkbenchAfterPaint(({ chosenDocumentIds }) => chosenDocumentIds.length)
  const readOnly = useWorkbench(({ project }) => project?.readOnly !== null)
  const [assignee, setAssignee] = useState('')
  const [tag, setTag] = useState('')
  const assigneeId = useId()
  const tagId = useId()
  useAim('documentAssignee', () => {
    document.getElementById(assigneeId)?.focus()
  })
  useAim('documentTags', () => {
    document.getElementById(tagId)?.focus()
  })
  const words = tag.trim()

  function assign(name: string): void {
    void editChosen(session, { kind: 'assign', assignee: name.trim() || null })
    setAssignee('')
  }

  return (
    <div aria-label="Chosen documents" className="chosen-documents" role="group">
      <div className="chosen-documents-head">
        <strong>{countOf(count, 'document')} chosen</strong>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ chosenDocumentIds: [] })
          }}
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} /> Choose none
        </Button>
      </div>
      <div aria-label="Mark as" className="chosen-documents-statuses" role="group">
        {documentStatuses.map((status) => (
          <Button
            className="button"
            isDisabled={readOnly}
            key={status}
            onPress={() => void editChosen(session, { kind: 'status', status })}
          >
            <StatusIcon size={14} status={status} /> {statusName(status)}
          </Button>
        ))}
      </div>
      <div className="chosen-documents-entry">
        <KnownNameField
          disabled={readOnly}
          id={assigneeId}
          known="assignee"
          label="Assign to"
          onEnter={assign}
          onType={setAssignee}
          typed={assignee}
        />
        <Button
          className="button"
          isDisabled={readOnly}
          onPress={() => {
            assign(assignee)
          }}
        >
          {assignee.trim() === '' ? 'Assign to nobody' : 'Assign'}
        </Button>
      </div>
      <div className="chosen-documents-entry">
        <KnownNameField
          disabled={readOnly}
          id={tagId}
          known="tags"
          label="Tag"
          onEnter={(typed) => {
            if (typed.trim() !== '') void editChosen(session, { kind: 'addTag', tag: typed.trim() })
            setTag('')
          }}
          onType={setTag}
          typed={tag}
        />
        <Button
          className="button"
          isDisabled={readOnly || words === ''}
          onPress={() => {
            void editChosen(session, { kind: 'addTag', tag: words })
            setTag('')
          }}
        >
          Add tag
        </Button>
        <Button
          className="button"
          isDisabled={readOnly || words === ''}
          onPress={() => {
            void editChosen(session, { kind: 'removeTag', tag: words })
            setTag('')
          }}
        >
          Remove tag
        </Button>
      </div>
      <ChosenRemoval count={count} disabled={readOnly} />
    </div>
  )
}

function ChosenRemoval({
  count,
  disabled,
}: {
  readonly count: number
  readonly disabled: boolean
}) {
  const session = useSession()
  const [asking, setAsking] = useState(false)
  useAim('deleteDocument', () => {
    setAsking(true)
  })
  if (!asking) {
    return (
      <Button
        className="button button-quiet button-danger"
        isDisabled={disabled}
        onPress={() => {
          setAsking(true)
        }}
      >
        <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} /> Delete{' '}
        {countOf(count, 'document')}…
      </Button>
    )
  }
  return (
    <div aria-label="Delete" className="chosen-documents-question" role="group">
      <p>Their texts and annotations go from the project. Undo brings everything back.</p>
      <Button
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for by its button
        autoFocus
        className="button button-danger"
        onPress={() => void removeChosen(session)}
      >
        Delete {countOf(count, 'document')}
      </Button>
      <Button
        className="button button-quiet"
        onPress={() => {
          setAsking(false)
        }}
      >
        Keep
      </Button>
    </div>
  )
}
