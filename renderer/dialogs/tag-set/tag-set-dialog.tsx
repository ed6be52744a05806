import { Redo2, Undo2 } from 'lucide-react'
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { finishEdits } from '../../commands/edits.ts'
import { redo, undo } from '../../commands/history.ts'
import { StayingButton } from '../../controls/staying-button.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { LabelsTab } from './labels-tab.tsx'
import { RelationTypesTab } from './relation-types-tab.tsx'
import { TagSetFileTab } from './tag-set-file-tab.tsx'

import './tag-set.css'

/** What annotations and relations can say in this project. Everything changed here is recorded at once and can be undone. */
export function TagSetDialog() {
  const session = useSession()
  const readOnly = useWorkbench(({ project }) => project?.readOnly ?? null)
  const close = (): void => {
    finishEdits(session)
    session.store.setState({ dialog: null })
  }
  return (
    <DialogFrame onClose={close} title={t('dialogs:tagSet.title')} wide>
      {readOnly === null ? null : (
        <p className="dialog-remark">{t('dialogs:tagSet.readOnly', { reason: readOnly })}</p>
      )}
      <Tabs className="tag-set">
        <TabList aria-label={t('dialogs:tagSet.title')} className="tag-set-tabs">
          <Tab className="side-tab" id="labels">
            {t('dialogs:tagSet.labels')}
          </Tab>
          <Tab className="side-tab" id="relations">
            {t('dialogs:tagSet.relations')}
          </Tab>
          <Tab className="side-tab" id="file">
            {t('dialogs:tagSet.file')}
          </Tab>
        </TabList>
        <TabPanel className="tag-set-panel" id="labels">
          <LabelsTab disabled={readOnly !== null} />
        </TabPanel>
        <TabPanel className="tag-set-panel" id="relations">
          <RelationTypesTab disabled={readOnly !== null} />
        </TabPanel>
        <TabPanel className="tag-set-panel" id="file">
          <TagSetFileTab disabled={readOnly !== null} />
        </TabPanel>
      </Tabs>
      <div className="dialog-actions tag-set-actions">
        <UndoButtons disabled={readOnly !== null} />
        <Button className="button button-primary" onPress={close}>
          {t('dialogs:tagSet.done')}
        </Button>
      </div>
    </DialogFrame>
  )
}

function UndoButtons({ disabled }: { readonly disabled: boolean }) {
  const session = useSession()
  const state = useWorkbench(({ project }) => project?.undoState)
  const waiting = useWorkbench(({ saveStatus, typing }) => saveStatus !== 'saved' || typing)
  return (
    <div className="tag-set-undo">
      <StayingButton
        className="button button-quiet"
        isDisabled={disabled || (state?.undo === null && !waiting)}
        onPress={() => {
          undo(session)
        }}
      >
        <Undo2 aria-hidden="true" size={15} strokeWidth={1.75} /> {t('dialogs:tagSet.undo')}
      </StayingButton>
      <StayingButton
        className="button button-quiet"
        isDisabled={disabled || state?.redo === null}
        onPress={() => {
          redo(session)
        }}
      >
        <Redo2 aria-hidden="true" size={15} strokeWidth={1.75} /> {t('dialogs:tagSet.redo')}
      </StayingButton>
      <span className="dialog-remark">{state?.undo ?? ''}</span>
    </div>
  )
}
