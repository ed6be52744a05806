import { useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'

import { commandGroups } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { ownerOf, withKey, withUsualKeys } from '../commands/changing-keys.ts'
import { commandFinder } from '../commands/command-search.ts'
import { groupName, type Command } from '../commands/command.ts'
import { usualCommands } from '../commands/commands.ts'
import { setPreferences } from '../commands/preferences.ts'
import { useCommands } from '../commands/use-commands.ts'
import { StayingButton } from '../controls/staying-button.tsx'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { KeyRow } from './key-row.tsx'

import './keys-dialog.css'

/** Every command with its key, and a way to give it another one. */
export function KeysDialog() {
  const session = useSession()
  const commands = useCommands()
  const chosen = useWorkbench(({ preferences }) => preferences?.keys ?? {})
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const relationTypes = useWorkbench(({ project }) => project?.relationTypes ?? [])
  const usual = usualCommands({ labels, relationTypes })
  const [typed, setTyped] = useState('')
  const shown = commands.filter(commandFinder(typed))

  function keep(keys: Readonly<Record<string, readonly string[]>>): void {
    void setPreferences(session, { keys })
  }

  return (
    <DialogFrame
      onClose={() => {
        session.store.setState({ dialog: null })
      }}
      title={t('dialogs:keys.title')}
      wide
    >
      <SearchField
        aria-label={t('dialogs:keys.find')}
        className="field"
        onChange={setTyped}
        value={typed}
      >
        <Input className="input" placeholder={t('dialogs:keys.find')} />
      </SearchField>
      {commands.some(hasNoKey) ? (
        <p className="dialog-remark">{t('dialogs:keys.moreLabels')}</p>
      ) : null}
      <div className="key-sheet">
        {commandGroups.map((group) => (
          <Group
            key={group}
            name={groupName(group)}
            rows={shown
              .filter((command) => command.group === group)
              .map((command) => (
                <KeyRow
                  command={command}
                  isChanged={chosen[command.id] !== undefined}
                  key={command.id}
                  onChange={(press) => {
                    keep(withKey(chosen, commands, command, press))
                  }}
                  onReset={() => {
                    keep(withUsualKeys(chosen, command.id))
                  }}
                  ownerOf={(press) => ownerOf(commands, press, command)}
                  usual={usual.find(({ id }) => id === command.id)?.keys ?? []}
                />
              ))}
          />
        ))}
      </div>
      <div className="dialog-actions">
        <StayingButton
          className="button button-quiet"
          isDisabled={Object.keys(chosen).length === 0}
          onPress={() => {
            keep({})
          }}
        >
          {t('dialogs:keys.usual')}
        </StayingButton>
        <Button className="button button-primary" slot="close">
          {t('common:close')}
        </Button>
      </div>
    </DialogFrame>
  )
}

/** Only labels have none, unless somebody took it away: a tag set may have any number of them. */
function hasNoKey({ id, keys }: Command): boolean {
  return keys.length === 0 && /^(?:label|sticky)-/.test(id)
}

function Group({
  name,
  rows,
}: {
  readonly name: string
  readonly rows: readonly React.ReactElement[]
}) {
  if (rows.length === 0) return null
  return (
    <section aria-label={name} className="key-group">
      <h3>{name}</h3>
      <ul>{rows}</ul>
    </section>
  )
}
