import { PilcrowLeft, PilcrowRight } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { directionTitle, setDirection } from '../commands/reading-direction.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { useReadingDirection } from './use-reading-direction.ts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
const choices = ['detected', 'ltr', 'rtl'] as const

/** From which side the open document reads: as its text shows, or as somebody says. */
export function DirectionMenu() {
  const session = useSession()
  const chosen = useWorkbenchAfterPaint(({ document }) => document?.document.direction ?? null)
  const shown = useReadingDirection()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  if (shown === null) return null
  return (
    <MenuTrigger>
      <Button
        aria-label={t(`panels:direction.${shown}`)}
        className="button button-quiet button-icon"
        isDisabled={readOnly}
      >
        {shown === 'rtl' ? <PilcrowLeft {...icon} /> : <PilcrowRight {...icon} />}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          aria-label={t('panels:direction.title')}
          className="menu"
          onAction={(key) => {
            const choice = choices.find((one) => one === key)
            if (choice !== undefined) setDirection(session, choice === 'detected' ? null : choice)
          }}
          selectedKeys={[chosen ?? 'detected']}
          selectionMode="single"
        >
          {choices.map((choice) => (
            <MenuItem className="menu-item" id={choice} key={choice}>
              {directionTitle(choice)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
