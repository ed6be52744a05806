import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import './dialogs.css'

/** What every dialog stands in. Escape closes it; a click beside it does not, for it may hold typed text. */
export function DialogFrame({
  title,
  onClose,
  wide = false,
  children,
}: {
  /** Its heading and accessible name. */
  readonly title: string
  readonly onClose: () => void
  /** For what is a page of its own rather than a question. */
  readonly wide?: boolean
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
      <Modal className={wide ? 'modal modal-wide' : 'modal'}>
        <Dialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
