import { Trash2, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { chooseDocuments } from '../../commands/choosing-documents.ts'
import { editChosen, removeChosen } from '../../commands/document-edits.ts'
import { statusName } from '../../commands/document-status.ts'
import { fieldName } from '../../commands/ordering-documents.ts'
import { KeyButton } from '../../controls/key-button.tsx'
import { StayingButton } from '../../controls/staying-button.tsx'
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
    <div aria-label={t('panels:table.chosen')} className="chosen-documents" role="group">
      <div className="chosen-documents-head">
        <strong>{t('panels:table.countChosen', { count })}</strong>
        <KeyButton
          className="button button-quiet"
          command="chooseNoDocument"
          onPress={() => {
            chooseDocuments(session, [])
          }}
          tip={t('commands:documentTable.chooseNone.title')}
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} /> {t('common:chooseNone')}
        </KeyButton>
      </div>
      <div aria-label={t('panels:table.markAs')} className="chosen-documents-statuses" role="group">
        {documentStatuses.map((status) => (
          <KeyButton
            className="button"
            command={`status-${status}`}
            disabled={readOnly}
            key={status}
            onPress={() => void editChosen(session, { kind: 'status', status })}
            tip={t('commands:documentStatus.mark', { status: statusName(status) })}
          >
            <StatusIcon size={14} status={status} /> {statusName(status)}
          </KeyButton>
        ))}
      </div>
      <ChosenRemoval count={count} disabled={readOnly} />
      <div className="chosen-documents-entries">
        <div className="chosen-documents-entry">
          <KnownNameField
            disabled={readOnly}
            id={assigneeId}
            known="assignee"
            label={t('panels:table.assignTo')}
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
            {t(assignee.trim() === '' ? 'panels:table.assignNobody' : 'panels:table.assign')}
          </Button>
        </div>
        <div className="chosen-documents-entry">
          <KnownNameField
            disabled={readOnly}
            id={tagId}
            known="tags"
            label={fieldName('tag')}
            onEnter={(typed) => {
              if (typed.trim() !== '')
                void editChosen(session, { kind: 'addTag', tag: typed.trim() })
              setTag('')
            }}
            onType={setTag}
            typed={tag}
          />
          <StayingButton
            className="button"
            isDisabled={readOnly || words === ''}
            onPress={() => {
              void editChosen(session, { kind: 'addTag', tag: words })
              setTag('')
            }}
          >
            {t('panels:table.addTag')}
          </StayingButton>
          <StayingButton
            className="button"
            isDisabled={readOnly || words === ''}
            onPress={() => {
              void editChosen(session, { kind: 'removeTag', tag: words })
              setTag('')
            }}
          >
            {t('panels:table.removeTag')}
          </StayingButton>
        </div>
      </div>
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
      <KeyButton
        className="button button-quiet button-danger"
        command="deleteDocument"
        disabled={disabled}
        onPress={() => {
          setAsking(true)
        }}
        tip={t('commands:documents.delete.title')}
      >
        <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
        {t('panels:table.askDelete', { count })}
      </KeyButton>
    )
  }
  return (
    <div aria-label={t('common:delete')} className="chosen-documents-question" role="group">
      <p>{t('panels:table.deleteRemark')}</p>
      <Button
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for by its button
        autoFocus
        className="button button-danger"
        onPress={() => void removeChosen(session)}
      >
        {t('panels:table.delete', { count })}
      </Button>
      <Button
        className="button button-quiet"
        onPress={() => {
          setAsking(false)
        }}
      >
        {t('panels:table.keep')}
      </Button>
    </div>
  )
}
