import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { Document } from '../../../shared/model/document.ts'
import { countOf } from '../../commands/amounts.ts'
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
        <Trash2 aria-hidden="true" size={15} strokeWidth={1.75} /> Delete document…
      </Button>
    )
  }
  return (
    <div aria-label="Delete" className="document-question" role="group">
      <p>
        Its text goes from the project, with {countOf(annotations, 'annotation')} and{' '}
        {countOf(relations, 'relation')} at them. Undo brings everything back.
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
          Delete it
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            setAsking(false)
          }}
        >
          Keep it
        </Button>
      </div>
    </div>
  )
}
