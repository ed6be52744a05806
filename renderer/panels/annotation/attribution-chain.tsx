import { ChevronDown } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Tag,
  TagGroup,
  TagList,
  useLocale,
  type Key,
} from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Direction } from '../../../shared/text/direction.ts'
import { moveInAttribution, removeFromAttribution } from '../../commands/attributing.ts'
import { showSpeaker } from '../../commands/speakers.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** The chain runs as the window does. */
const moves: Readonly<Record<Direction, Readonly<Record<string, 'earlier' | 'later'>>>> = {
  ltr: { ArrowLeft: 'earlier', ArrowRight: 'later' },
  rtl: { ArrowLeft: 'later', ArrowRight: 'earlier' },
}

/**
 * The speakers of an annotation, in order. Enter shows one in the registry, Delete takes it out, Alt with left or right
 * moves it; its menu does the same.
 */
export function AttributionChain({
  annotation,
  title,
  disabled,
  onEmptied,
}: {
  readonly annotation: Annotation
  readonly title: string
  readonly disabled: boolean
  /** The last one went, and the keyboard with it. */
  readonly onEmptied: () => void
}) {
  const session = useSession()
  const { direction } = useLocale()
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const { attribution, id } = annotation
  if (attribution.length === 0) return null

  function take(speaker: string): void {
    removeFromAttribution(session, id, speaker)
    if (attribution.length === 1) onEmptied()
  }

  function takeFirst(keys: Set<Key>): void {
    const [speaker] = keys
    if (typeof speaker === 'string') take(speaker)
  }

  function moveByKey(event: KeyboardEvent): void {
    const chip = event.target instanceof Element ? event.target.closest('[role="row"]') : null
    const speaker = chip?.getAttribute('data-key') ?? null
    const move = moves[direction][event.key]
    if (!event.altKey || disabled || speaker === null || move === undefined) return
    moveInAttribution(session, id, speaker, move)
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div onKeyDownCapture={moveByKey}>
      <TagGroup
        aria-label={t('panels:attribution.chain', { title })}
        {...(disabled ? {} : { onRemove: takeFirst })}
      >
        <TagList
          className="attribution-chain"
          items={attribution.map((speaker, place) => ({
            id: speaker,
            place,
            name: speakers.find((one) => one.id === speaker)?.name ?? t('common:unknownSpeaker'),
          }))}
        >
          {({ id: speaker, name, place }) => (
            <Tag
              className="attribution-speaker"
              onAction={() => {
                showSpeaker(session, speaker)
              }}
              textValue={name}
            >
              <span className="attribution-name" title={name}>
                {name}
              </span>
              <MenuTrigger>
                <Button
                  aria-label={t('panels:attribution.actions', { name })}
                  className="attribution-more"
                  slot={null}
                >
                  <ChevronDown aria-hidden="true" size={12} strokeWidth={2} />
                </Button>
                <Popover className="menu-popover" offset={2}>
                  <Menu
                    className="menu"
                    disabledKeys={[
                      ...(disabled ? ['earlier', 'later', 'remove'] : []),
                      ...(place === 0 ? ['earlier'] : []),
                      ...(place === attribution.length - 1 ? ['later'] : []),
                    ]}
                    onAction={(key) => {
                      if (key === 'show') showSpeaker(session, speaker)
                      else if (key === 'remove') take(speaker)
                      else if (key === 'earlier' || key === 'later') {
                        moveInAttribution(session, id, speaker, key)
                      }
                    }}
                  >
                    <MenuItem className="menu-item" id="show">
                      {t('panels:attribution.show')}
                    </MenuItem>
                    <MenuItem className="menu-item" id="earlier">
                      {t('panels:attribution.earlier')}
                    </MenuItem>
                    <MenuItem className="menu-item" id="later">
                      {t('panels:attribution.later')}
                    </MenuItem>
                    <MenuItem className="menu-item" id="remove">
                      {t('panels:attribution.takeOut')}
                    </MenuItem>
                  </Menu>
                </Popover>
              </MenuTrigger>
            </Tag>
          )}
        </TagList>
      </TagGroup>
    </div>
  )
}
