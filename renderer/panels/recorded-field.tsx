import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'

import { useSession } from '../store/use-session.ts'

import './recorded-field.css'

/** Milliseconds without a key press before what was typed is recorded. */
const pause = 700

/**
 * A text field that records itself: at a pause in typing, when it is left, and before the project is closed. There is no
 * button to forget.
 */
export function RecordedField(props: {
  readonly id?: string
  readonly label: ReactNode
  readonly value: string
  readonly onRecord: (value: string) => void
  readonly disabled: boolean
  readonly multiline?: boolean
  /** Lines that a multiline field shows; two where absent. */
  readonly rows?: number
  /** Why something typed cannot be recorded, in a sentence; it goes when the field is left. */
  readonly problem?: (value: string) => string | null
  /** Something to know about what is typed, in a sentence; it is recorded all the same. */
  readonly remark?: (value: string) => string | null
  /** What is offered while somebody types. */
  readonly suggestions?: readonly string[]
  /** Marks of the input itself, for commands that look for it. */
  readonly marks?: Readonly<Record<`data-${string}`, true>>
}) {
  const { pendingEdits, store } = useSession()
  const [typed, setTyped] = useState<string | null>(null)
  const [unrecorded, setUnrecorded] = useState(false)
  const listId = useId()
  const record = useRef<() => void>(() => {})
  const leave = useRef<() => void>(() => {})
  const problem = typed === null ? null : (props.problem?.(typed) ?? null)
  const remark = props.remark?.(typed ?? props.value) ?? null

  useEffect(() => {
    record.current = () => {
      if (typed === null || !unrecorded || problem !== null) return
      setUnrecorded(false)
      store.setState({ typing: false })
      props.onRecord(typed)
    }
    // What cannot be recorded is given up with the field.
    leave.current = () => {
      record.current()
      if (!unrecorded || problem === null) return
      setTyped(null)
      setUnrecorded(false)
      store.setState({ typing: false })
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
      leave.current()
      pendingEdits.delete(finish)
    }
  }, [pendingEdits])

  return (
    <TextField
      className="field"
      isDisabled={props.disabled}
      isInvalid={problem !== null}
      onBlur={() => {
        leave.current()
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
        <TextArea className="input" id={props.id} rows={props.rows ?? 2} {...props.marks} />
      ) : (
        <Input
          autoComplete="off"
          className="input"
          id={props.id}
          list={props.suggestions === undefined ? undefined : listId}
          {...props.marks}
        />
      )}
      {props.suggestions === undefined ? null : (
        <datalist id={listId}>
          {props.suggestions.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </datalist>
      )}
      {problem === null && remark === null ? null : (
        <Text className={problem === null ? 'field-remark' : 'field-problem'} slot="description">
          {problem ?? remark}
        </Text>
      )}
    </TextField>
  )
}
