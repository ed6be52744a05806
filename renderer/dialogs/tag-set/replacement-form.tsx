import { useEffect, useId, useRef, useState } from 'react'
import { Button } from 'react-aria-components'

import type { Usage } from '../../../shared/contract.ts'
import { countOf } from '../../commands/amounts.ts'
import { Choice, NamedOptions } from '../../controls/choice.tsx'
import { useSession } from '../../store/use-session.ts'

/** What is asked before a label or relation type goes: `delete` may move what hangs on it, `merge` always does. */
export type Replacement = 'merge' | 'delete'

type Named = { readonly id: string; readonly name: string }

/**
 * Says how much hangs on a thing of the tag set, and asks what becomes of it: moved to another one, or deleted with it.
 */
export function ReplacementForm<Other extends Named>(props: {
  readonly kind: Replacement
  readonly thing: Named
  /** What hangs on it: `annotation`. */
  readonly noun: string
  readonly usageOf: (usage: Usage) => number
  readonly others: readonly Other[]
  readonly onReplace: (by: Other | null) => void
  readonly onCancel: () => void
}) {
  const { kind, thing, others, noun } = props
  const session = useSession()
  const titleId = useId()
  const form = useRef<HTMLDivElement>(null)
  const [uses, setUses] = useState<number | null>(null)
  const [targetId, setTargetId] = useState(others[0]?.id ?? '')
  const target = others.find(({ id }) => id === targetId)

  useEffect(() => {
    let wanted = true
    void (async () => {
      // What is on its way to the file counts too.
      await session.outbox.flush()
      const usage = await session.ask('project.usage', {})
      if (wanted && usage !== null) setUses(props.usageOf(usage))
    })()
    return () => {
      wanted = false
    }
    // eslint-disable-next-line react/exhaustive-deps -- asked once, when the question comes up
  }, [session])

  useEffect(() => {
    form.current?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [uses])

  if (uses === null) return null
  const amount = countOf(uses, noun)
  return (
    <div aria-labelledby={titleId} className="replacement" ref={form} role="group" tabIndex={-1}>
      <p id={titleId}>
        {kind === 'merge'
          ? `Merge “${thing.name}” into another one: ${amount} will have that one instead, and “${thing.name}” goes.`
          : uses === 0
            ? `No ${noun} has “${thing.name}”. Delete it?`
            : `“${thing.name}” is on ${amount}. What becomes of ${uses === 1 ? 'it' : 'them'}?`}
      </p>
      {kind === 'merge' || uses > 0 ? (
        <Choice
          label={kind === 'merge' ? 'Merge into' : 'Move to'}
          onChange={setTargetId}
          value={targetId}
        >
          <NamedOptions things={others} />
        </Choice>
      ) : null}
      <div className="replacement-actions">
        {kind === 'merge' || uses > 0 ? (
          <Button
            className="button button-primary"
            isDisabled={target === undefined}
            onPress={() => {
              if (target !== undefined) props.onReplace(target)
            }}
          >
            {kind === 'merge' ? 'Merge' : `Move ${uses === 1 ? 'it' : 'them'} and delete`}
          </Button>
        ) : null}
        {kind === 'delete' ? (
          <Button
            className="button button-danger"
            onPress={() => {
              props.onReplace(null)
            }}
          >
            {uses === 0 ? 'Delete' : `Delete ${amount} too`}
          </Button>
        ) : null}
        <Button className="button button-quiet" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
