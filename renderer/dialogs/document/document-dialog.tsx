import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { findCopies } from '../../commands/copies.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { DetailFields } from './detail-fields.tsx'
import { DocumentRemoval } from './document-removal.tsx'
import { ProvenanceFacts } from './provenance-facts.tsx'
import { TagsField } from './tags-field.tsx'

import './document-dialog.css'

/** What the project says of the open document beside its text. Fields record themselves. */
export function DocumentDialog() {
  const session = useSession()
  const document = useWorkbench((state) => state.document?.document)
  const readOnly = useWorkbench(({ project }) => project?.readOnly !== null)
  if (document === undefined) return null
  return (
    <DialogFrame
      onClose={() => {
        session.store.setState({ dialog: null })
      }}
      title={t('dialogs:document.title')}
    >
      <DetailFields disabled={readOnly} document={document} />
      <TagsField disabled={readOnly} document={document} />
      <ProvenanceFacts document={document} />
      <DocumentRemoval disabled={readOnly} document={document} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={() => void findCopies(session)}>
          {t('dialogs:document.findCopies')}
        </Button>
        <Button className="button button-primary" slot="close">
          {t('common:close')}
        </Button>
      </div>
    </DialogFrame>
  )
}
