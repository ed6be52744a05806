import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Document } from '../../../shared/model/document.ts'
import { removeDocument } from '../../commands/documents.ts'
import { useAim } from '../../store/use-aim.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'

/** Takes the open document out of the project, after a look at what goes with it. */
export function DocumentRemoval({
  document,
  disabled,
}: {
  readonly document: Document
  readonly disabled: boolean
}) {
  const session = useSession()
  const annotations = useWorkbench((state) => state.document?.annotations.length ?? 0)
  const relations = useWorkbench((state) => state.document?.relations.length ?? 0)
  const [asking, setAsking] = useState(false)
  useAim('deleteDocument', () => {
    setAsking(true)
  })
  if (!asking) {
    return (
      <Button
        className="button button-danger document-removal"
        isDisabled={disabled}
        onPress={() => {
          setAsking(true)
        }}
      >
        <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} />{' '}
        {t('dialogs:document.removal.ask')}
      </Button>
    )
  }
  return (
    <div
      aria-label={t('dialogs:document.removal.label')}
      className="document-question"
      role="group"
    >
      <p>
        {t('dialogs:document.removal.question', {
          annotations: t('common:amounts.annotation', { count: annotations }),
          relations: t('common:amounts.relation', { count: relations }),
        })}
      </p>
      <div className="document-question-answers">
        <Button
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for by its button
          autoFocus
          className="button button-danger"
          onPress={() => {
            session.store.setState({ dialog: null })
            void removeDocument(session, document)
          }}
        >
          {t('dialogs:document.removal.delete')}
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            setAsking(false)
          }}
        >
          {t('dialogs:document.removal.keep')}
        </Button>
      </div>
    </div>
  )
}
