import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import './dialogs.css'

/** What every dialog stands in. Escape closes it; a click beside it does not, for it may hold typed text. */
export function DialogFrame({
  title,
  onClose,
  children,
}: {
  /** Its heading and accessible name. */
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay
      className="modal-overlay"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
