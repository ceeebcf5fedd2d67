import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import './Dialog.css'

interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** Buttons; the last one repeats the verb of the title. */
  readonly actions?: ReactNode
  readonly wide?: boolean
}

/** Only for what cannot be undone or needs a reason. Esc closes; the focus goes back to where it was. */
export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={classes('dialog-box', wide && 'wide')}>
        <AriaDialog className="dialog">
          <Heading slot="title" level={2}>{title}</Heading>
          <div className="dialog-body">{children}</div>
          {actions !== undefined && <div className="dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
