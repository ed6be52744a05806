import { ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { documentStatuses } from '../../../shared/model/document.ts'
import { setStatus, statusName } from '../../commands/document-status.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { StatusIcon } from './status-icon.tsx'

/** How far the work on the open document is, and saying so. */
export function StatusMenu() {
  const session = useSession()
  const status = useWorkbenchAfterPaint(({ document }) => document?.document.status)
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  if (status === undefined) return null
  return (
    <MenuTrigger>
      <Button
        aria-label={t('panels:documents.statusNow', { status: statusName(status) })}
        className="button button-quiet status-button"
        isDisabled={readOnly}
      >
        <StatusIcon size={15} status={status} /> {statusName(status)}
        <ChevronDown aria-hidden="true" size={13} strokeWidth={1.75} />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          aria-label={t('panels:documents.status')}
          className="menu"
          onAction={(key) => {
            const chosen = documentStatuses.find((one) => one === key)
            if (chosen !== undefined) setStatus(session, chosen)
          }}
          selectedKeys={[status]}
          selectionMode="single"
        >
          {documentStatuses.map((one) => (
            <MenuItem
              className="menu-item status-item"
              id={one}
              key={one}
              textValue={statusName(one)}
            >
              <StatusIcon size={15} status={one} /> {statusName(one)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
