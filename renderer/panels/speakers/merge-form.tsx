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

import { t } from '../../../shared/language/translate.ts'
import { speakerNamed, type Speaker } from '../../../shared/model/speaker.ts'
import { foldForSearch } from '../../../shared/text/folding.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { ListCloser } from '../list-closer.tsx'

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
  const [choices, setChoices] = useState(0)
  const [intoId, setIntoId] = useState<string | null>(null)
  const several = speakers.length > 1
  const targets = several ? registry : registry.filter(({ id }) => id !== speakers[0]?.id)
  const into =
    targets.find(({ id, name }) => id === intoId && name === typed) ?? speakerNamed(targets, typed)
  const found = targets.filter(({ name, aliases }) =>
    [name, ...aliases].some((words) => foldForSearch(words).includes(foldForSearch(typed))),
  )
  return (
    <div aria-label={t('panels:speakers.merge')} className="speaker-question" role="group">
      <ComboBox
        allowsCustomValue
        className="field"
        inputValue={typed}
        items={found}
        menuTrigger="focus"
        onInputChange={setTyped}
        onSelectionChange={(id) => {
          const chosen = targets.find((one) => one.id === id)
          if (chosen === undefined) return
          setChoices((count) => count + 1)
          setIntoId(chosen.id)
          setTyped(chosen.name)
        }}
        selectedKey={null}
      >
        <ListCloser choices={choices} isWritten={into !== null && into.id === intoId} />
        <Label>{t('panels:speakers.mergeInto')}</Label>
        <Input
          autoComplete="off"
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for by its button
          autoFocus
          className="input"
          placeholder={t('panels:speakers.name')}
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
          isDisabled={into === null}
          onPress={() => {
            if (into !== null) onMerge(into)
          }}
        >
          {t('panels:speakers.merge')}
        </Button>
        <Button className="button button-quiet" onPress={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
