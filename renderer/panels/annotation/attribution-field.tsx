import { useEffect, useId, useRef, useState } from 'react'

import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { extentOf } from '../../../shared/text/span.ts'
import { addToAttribution, removeLastFromAttribution } from '../../commands/attributing.ts'
import { useSession } from '../../store/use-session.ts'
import { AttributionChain } from './attribution-chain.tsx'
import { MissingMark } from './missing-mark.tsx'
import { SpeakerEntry } from './speaker-entry.tsx'

import './annotation-fields.css'

/**
 * Who says it: the chain from whoever is nearest to the reader to whoever spoke, and a field that adds to its end, also
 * what is typed when it is left. Backspace in the empty field takes the last one out.
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
  const { attribution, id, spans } = annotation
  const missing = required && attribution.length === 0
  const accept = useRef<() => void>(() => {})

  function write(value: string): void {
    setTyped(value)
    session.store.setState({ typing: value.trim() !== '' })
  }

  useEffect(() => {
    accept.current = () => {
      if (typed.trim() === '') return
      addToAttribution(session, id, { name: typed })
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
      <SpeakerEntry
        chain={attribution}
        disabled={disabled}
        input={input}
        labelledBy={labelId}
        missing={missing}
        near={extentOf(spans)}
        onBackspace={() => {
          removeLastFromAttribution(session, id)
        }}
        onLeave={() => {
          accept.current()
        }}
        onName={(choice) => {
          addToAttribution(session, id, choice)
        }}
        onType={write}
        placeholder={attribution.length === 0 ? '' : t('panels:attribution.add')}
        typed={typed}
      />
    </div>
  )
}
