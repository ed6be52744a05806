import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import { commandsFor } from '../commands/commands.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

/** Every command that has a key. */
export function KeysDialog() {
  const session = useSession()
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const open = useWorkbench(({ dialog }) => dialog === 'keys')
  return (
    <ModalOverlay
      className="modal-overlay"
      isDismissable
      isOpen={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) session.store.setState({ dialog: null })
      }}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">Keys</Heading>
          <dl className="key-sheet">
            {commandsFor(labels).map((command) => (
              <div key={command.id}>
                <dt>
                  <kbd>{command.hint}</kbd>
                </dt>
                <dd>{command.title}</dd>
              </div>
            ))}
          </dl>
          <div className="dialog-actions">
            <Button className="button button-primary" slot="close">
              Close
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
