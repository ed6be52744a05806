import { useState } from 'react'
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'

import type { Speaker } from '../../../shared/model/speaker.ts'
import { foldForSearch } from '../../../shared/text/folding.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** Picks, by typing, the speaker that takes the others' place. Where several are merged it may be one of them. */
export function MergeForm({
  speakers,
  onMerge,
  onCancel,
}: {
  readonly speakers: readonly Speaker[]
  readonly onMerge: (into: Speaker) => void
  readonly onCancel: () => void
}) {
  const registry = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const [typed, setTyped] = useState('')
  const [intoId, setIntoId] = useState<string | null>(null)
  const several = speakers.length > 1
  const targets = several ? registry : registry.filter(({ id }) => id !== speakers[0]?.id)
  const into = targets.find(({ id }) => id === intoId)
  const found = targets.filter(
    ({ name, aliases }) =>
      name === into?.name ||
      [name, ...aliases].some((words) => foldForSearch(words).includes(foldForSearch(typed))),
  )
  return (
    <div aria-label="Merge" className="speaker-question" role="group">
      <ComboBox
        className="field"
        inputValue={typed}
        items={found}
        menuTrigger="focus"
        onInputChange={setTyped}
        onSelectionChange={(id) => {
          setIntoId(typeof id === 'string' ? id : null)
          setTyped(targets.find((one) => one.id === id)?.name ?? '')
        }}
        selectedKey={intoId}
      >
        <Label>Merge into</Label>
        <Input
          autoComplete="off"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for by its button
          autoFocus
          className="input"
          placeholder="Name"
        />
        <Popover className="suggestions-popover" offset={2}>
          <ListBox className="suggestions">
            {(speaker: Speaker) => (
              <ListBoxItem className="suggestion" textValue={speaker.name}>
                <span className="suggestion-name">{speaker.name}</span>
                {speaker.role === null ? null : (
                  <span className="suggestion-detail">{speaker.role}</span>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <div className="speaker-buttons">
        <Button
          className="button button-primary"
          isDisabled={into === undefined}
          onPress={() => {
            if (into !== undefined) onMerge(into)
          }}
        >
          Merge
        </Button>
        <Button className="button button-quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
