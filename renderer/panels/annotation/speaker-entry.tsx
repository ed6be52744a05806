import { useState, type RefObject } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { SpeakerChoice } from '../../commands/attributing.ts'
import { ListCloser } from '../list-closer.tsx'
import type { SpeakerSuggestion } from './speaker-suggestions.ts'
import { useSpeakerSuggestions } from './use-speaker-suggestions.ts'

import './annotation-fields.css'

/**
 * A field in which somebody is named, with whoever may be meant under it. Enter names what is typed, choosing names who
 * is chosen; Escape gives up what was typed. S goes to it.
 */
export function SpeakerEntry({
  labelledBy,
  typed,
  chain,
  near,
  placeholder,
  missing,
  disabled,
  input,
  onType,
  onName,
  onLeave,
  onBackspace,
}: {
  readonly labelledBy: string
  readonly typed: string
  /** Who is not offered again. */
  readonly chain: readonly string[]
  /** The stretch of the open document that somebody is named for. */
  readonly near: Span
  readonly placeholder?: string
  readonly missing?: boolean
  readonly disabled: boolean
  readonly input?: RefObject<HTMLInputElement | null>
  readonly onType: (typed: string) => void
  readonly onName: (choice: SpeakerChoice) => void
  readonly onLeave?: () => void
  /** Backspace in the empty field. */
  readonly onBackspace?: () => void
}) {
  const [choices, setChoices] = useState(0)
  const [focused, setFocused] = useState(false)
  const suggestions = useSpeakerSuggestions({ chain, near }, typed, focused)

  function name(choice: SpeakerChoice): void {
    onName(choice)
    onType('')
  }

  function choose(id: unknown): void {
    const chosen = suggestions.find((one) => one.id === id)
    if (chosen === undefined) return
    setChoices((count) => count + 1)
    name(chosen.speakerId === null ? { name: chosen.name } : { id: chosen.speakerId })
  }

  return (
    <ComboBox
      allowsCustomValue
      aria-labelledby={labelledBy}
      inputValue={typed}
      isDisabled={disabled}
      items={suggestions}
      onBlur={() => {
        onLeave?.()
      }}
      onFocusChange={setFocused}
      onInputChange={onType}
      onSelectionChange={choose}
      selectedKey={null}
    >
      <ListCloser choices={choices} isWritten={typed === ''} />
      <Input
        autoComplete="off"
        className="input"
        data-attribute-missing={missing === true || undefined}
        data-takes-escape={typed === '' ? undefined : true}
        id="annotation-speaker"
        onKeyDown={(event) => {
          const field = event.currentTarget
          if (event.key === 'Enter' && field.getAttribute('aria-activedescendant') === null) {
            if (typed.trim() !== '') name({ name: typed })
          } else if (event.key === 'Escape') {
            onType('')
          } else if (event.key === 'Backspace' && typed === '') {
            onBackspace?.()
          }
        }}
        placeholder={placeholder ?? ''}
        ref={input}
      />
      <Popover className="suggestions-popover" offset={2}>
        <ListBox className="suggestions">
          {({ id, name: called, detail, isNew }: SpeakerSuggestion) => (
            <ListBoxItem className="suggestion" id={id} textValue={called}>
              <span className="suggestion-name">
                {isNew ? t('panels:attribution.newSpeakerNamed', { name: called }) : called}
              </span>
              {detail === null || isNew ? null : (
                <span className="suggestion-detail">{detail}</span>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
