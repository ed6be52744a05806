import { useEffect, useId, useRef, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'

import type { Annotation } from '../../../shared/model/annotation.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { addToAttribution, removeFromAttribution } from '../../commands/attributing.ts'
import { useSession } from '../../store/use-session.ts'
import { ListCloser } from '../list-closer.tsx'
import { AttributionChain } from './attribution-chain.tsx'
import { MissingMark } from './missing-mark.tsx'
import type { SpeakerSuggestion } from './speaker-suggestions.ts'
import { useSpeakerSuggestions } from './use-speaker-suggestions.ts'

import './annotation-fields.css'

/**
 * Who says it: the chain from whoever is nearest to the reader to whoever spoke, and a field that adds to its end. A name
 * is added by Enter, by choosing it, or by leaving the field; Escape gives up what was typed.
 */
export function AttributionField({
  annotation,
  title,
  required,
  disabled,
}: {
  readonly annotation: Annotation
  readonly title: string
  readonly required: boolean
  readonly disabled: boolean
}) {
  const session = useSession()
  const labelId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [choices, setChoices] = useState(0)
  const [focused, setFocused] = useState(false)
  const suggestions = useSpeakerSuggestions(
    { chain: annotation.attribution, near: extentOf(annotation.spans) },
    typed,
    focused,
  )
  const missing = required && annotation.attribution.length === 0
  const accept = useRef<() => void>(() => {})

  function write(value: string): void {
    setTyped(value)
    session.store.setState({ typing: value.trim() !== '' })
  }

  function add(id: unknown): void {
    const chosen = suggestions.find((one) => one.id === id)
    if (chosen === undefined) return
    const { speakerId, name } = chosen
    setChoices((count) => count + 1)
    addToAttribution(session, annotation.id, speakerId === null ? { name } : { id: speakerId })
    write('')
  }

  useEffect(() => {
    accept.current = () => {
      if (typed.trim() === '') return
      addToAttribution(session, annotation.id, { name: typed })
      write('')
    }
  })

  useEffect(() => {
    const finish = (): void => {
      accept.current()
    }
    session.pendingEdits.add(finish)
    return () => {
      finish()
      session.pendingEdits.delete(finish)
    }
  }, [session])

  return (
    <div className="field">
      <span className="field-label" id={labelId}>
        {title} {missing ? <MissingMark /> : null}
      </span>
      <AttributionChain
        annotation={annotation}
        disabled={disabled}
        onEmptied={() => {
          input.current?.focus()
        }}
        title={title}
      />
      <ComboBox
        allowsCustomValue
        aria-labelledby={labelId}
        inputValue={typed}
        isDisabled={disabled}
        items={suggestions}
        onBlur={() => {
          accept.current()
        }}
        onFocusChange={setFocused}
        onInputChange={write}
        onSelectionChange={add}
        selectedKey={null}
      >
        <ListCloser choices={choices} isWritten={typed === ''} />
        <Input
          autoComplete="off"
          className="input"
          data-attribute-missing={missing || undefined}
          data-takes-escape={typed === '' ? undefined : true}
          id="annotation-speaker"
          onKeyDown={(event) => {
            const field = event.currentTarget
            const last = annotation.attribution.at(-1)
            if (event.key === 'Enter' && field.getAttribute('aria-activedescendant') === null) {
              accept.current()
            } else if (event.key === 'Escape') {
              write('')
            } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
              removeFromAttribution(session, annotation.id, last)
            }
          }}
          placeholder={annotation.attribution.length === 0 ? '' : 'Add whom they quote'}
          ref={input}
        />
        <Popover className="suggestions-popover" offset={2}>
          <ListBox className="suggestions">
            {({ id, name, detail, speakerId }: SpeakerSuggestion) => (
              <ListBoxItem className="suggestion" id={id} textValue={name}>
                <span className="suggestion-name">
                  {speakerId === null && detail === 'new speaker' ? `New speaker “${name}”` : name}
                </span>
                {detail === null || detail === 'new speaker' ? null : (
                  <span className="suggestion-detail">{detail}</span>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}
