import { useEffect, useId, useRef, useState } from 'react'
import { Button } from 'react-aria-components'

import type { Usage } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
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
  /** What hangs on it. */
  readonly noun: 'annotation' | 'relation'
  readonly usageOf: (usage: Usage) => number
  readonly others: readonly Other[]
  readonly onReplace: (by: Other | null) => void
  readonly onCancel: () => void
}) {
  const { kind, thing, others, noun } = props
  const session = useSession()
  const titleId = useId()
  const form = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number | null>(null)
  const [targetId, setTargetId] = useState(others[0]?.id ?? '')
  const target = others.find(({ id }) => id === targetId)

  useEffect(() => {
    let wanted = true
    void (async () => {
      // What is on its way to the file counts too.
      await session.outbox.flush()
      const usage = await session.ask('project.usage', {})
      if (wanted && usage !== null) setCount(props.usageOf(usage))
    })()
    return () => {
      wanted = false
    }
    // eslint-disable-next-line react/exhaustive-deps -- asked once, when the question comes up
  }, [session])

  useEffect(() => {
    form.current?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [count])

  if (count === null) return null
  const { name } = thing
  return (
    <div aria-labelledby={titleId} className="replacement" ref={form} role="group" tabIndex={-1}>
      <p id={titleId}>
        {kind === 'merge'
          ? t('dialogs:tagSet.replacement.annotation.merge', { name, count })
          : count === 0
            ? t(`dialogs:tagSet.replacement.${noun}.unused`, { name })
            : t(`dialogs:tagSet.replacement.${noun}.used`, { name, count })}
      </p>
      {kind === 'merge' || count > 0 ? (
        <Choice
          label={
            kind === 'merge'
              ? t('dialogs:tagSet.replacement.mergeInto')
              : t('dialogs:tagSet.replacement.moveTo')
          }
          onChange={setTargetId}
          value={targetId}
        >
          <NamedOptions things={others} />
        </Choice>
      ) : null}
      <div className="replacement-actions">
        {kind === 'merge' || count > 0 ? (
          <Button
            className="button button-primary"
            isDisabled={target === undefined}
            onPress={() => {
              if (target !== undefined) props.onReplace(target)
            }}
          >
            {kind === 'merge'
              ? t('dialogs:tagSet.replacement.merge')
              : t('dialogs:tagSet.replacement.move', { count })}
          </Button>
        ) : null}
        {kind === 'delete' ? (
          <Button
            className="button button-danger"
            onPress={() => {
              props.onReplace(null)
            }}
          >
            {count === 0
              ? t('dialogs:tagSet.replacement.delete')
              : t(`dialogs:tagSet.replacement.${noun}.deleteToo`, { count })}
          </Button>
        ) : null}
        <Button className="button button-quiet" onPress={props.onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  )
}
