import { useEffect, useRef, useState } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'

import { useSession } from '../store/use-session.ts'

/** Milliseconds without a key press before what was typed is recorded. */
const pause = 700

/**
 * A text field that records itself: at a pause in typing, when it is left, and before the project is closed. There is no
 * button to forget.
 */
export function RecordedField(props: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onRecord: (value: string) => void
  readonly disabled: boolean
  readonly multiline?: boolean
}) {
  const { pendingEdits, store } = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const [unrecorded, setUnrecorded] = useState(false)
  const record = useRef<() => void>(() => {})

  useEffect(() => {
    record.current = () => {
      if (typed === null || !unrecorded) return
      setUnrecorded(false)
      store.setState({ typing: false })
      props.onRecord(typed)
    }
  })

  // What was typed stays until the recorded value comes back, so that the field never shows the old one again.
  const [shown, setShown] = useState(props.value)
  if (shown !== props.value) {
    setShown(props.value)
    if (!unrecorded) setTyped(null)
  }

  useEffect(() => {
    if (typed === null) return undefined
    const timer = setTimeout(() => {
      record.current()
    }, pause)
    return () => {
      clearTimeout(timer)
    }
  }, [typed])

  useEffect(() => {
    const finish = (): void => {
      record.current()
    }
    pendingEdits.add(finish)
    return () => {
      finish()
      pendingEdits.delete(finish)
    }
  }, [pendingEdits])

  return (
    <TextField
      className="field"
      isDisabled={props.disabled}
      onBlur={() => {
        record.current()
      }}
      onChange={(value) => {
        setTyped(value)
        setUnrecorded(true)
        store.setState({ typing: true })
      }}
      value={typed ?? props.value}
    >
      <Label>{props.label}</Label>
      {props.multiline === true ? (
        <TextArea className="input" id={props.id} rows={2} />
      ) : (
        <Input autoComplete="off" className="input" id={props.id} />
      )}
    </TextField>
  )
}
