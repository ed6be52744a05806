import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import { keyName } from '../commands/key-names.ts'
import { useCommands } from '../commands/use-commands.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

/** Every command that has a key. */
export function KeysDialog() {
  const session = useSession()
  const commands = useCommands()
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
            {commands.map((command) => (
              <div key={command.id}>
                <dt>
                  <kbd>{keyName(command.keys[0] ?? '')}</kbd>
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
