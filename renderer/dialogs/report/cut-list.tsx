import { useState, type Key, type ReactNode } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'

/** Shown at first, and more at each asking. */
const few = 20
const more = 500

/** A list that begins short. */
export function CutList<Item>({
  items,
  keyOf,
  children,
}: {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item, index: number) => Key
  readonly children: (item: Item) => ReactNode
}) {
  const [shown, setShown] = useState(few)
  const hidden = items.length - shown
  return (
    <>
      <ul className="cut-list">
        {items.slice(0, shown).map((item, index) => (
          <li key={keyOf(item, index)}>{children(item)}</li>
        ))}
      </ul>
      {hidden <= 0 ? null : (
        <p className="cut-rest">
          {t('jobs:report.rest', { count: hidden })}
          <Button
            className="button button-quiet"
            onPress={() => {
              setShown(shown + more)
            }}
          >
            {hidden <= more ? t('jobs:report.showAll') : t('jobs:report.showMore', { count: more })}
          </Button>
        </p>
      )}
    </>
  )
}
