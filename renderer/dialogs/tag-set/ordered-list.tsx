import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'

type Thing = { readonly id: string; readonly name: string }

/** A list in an order that people give it: by dragging, with the buttons below it, or by Alt with up or down. */
export function OrderedList<Listed extends Thing>(props: {
  readonly name: string
  readonly things: readonly Listed[]
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
  /** `place` counts from 0 among `things`. */
  readonly onMove: (id: string, place: number) => void
  readonly disabled: boolean
  readonly children: (thing: Listed) => ReactNode
}) {
  const { things, chosenId, onMove } = props
  const place = things.findIndex(({ id }) => id === chosenId)
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: props.disabled,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [moved] = keys
      const others = things.filter(({ id }) => id !== moved)
      const beside = others.findIndex(({ id }) => id === target.key)
      if (moved !== undefined) {
        onMove(String(moved), beside + (target.dropPosition === 'after' ? 1 : 0))
      }
    },
  })

  function move(by: 1 | -1): void {
    const next = place + by
    if (!props.disabled && chosenId !== null && place !== -1 && next >= 0 && next < things.length) {
      onMove(chosenId, next)
    }
  }

  function moveByKey(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <div className="ordered-list">
      <div className="ordered-list-frame" onKeyDownCapture={moveByKey}>
        <GridList
          aria-label={props.name}
          className="ordered-list-rows"
          disallowEmptySelection
          dragAndDropHooks={dragAndDropHooks}
          items={things}
          onSelectionChange={(keys) => {
            const [id] = keys
            if (typeof id === 'string') props.onChoose(id)
          }}
          selectedKeys={chosenId === null || place === -1 ? [] : [chosenId]}
          selectionBehavior="replace"
          selectionMode="single"
        >
          {(thing: Listed) => (
            <GridListItem className="ordered-row" id={thing.id} textValue={thing.name}>
              <Button
                aria-label={t('dialogs:tagSet.order.drag', { name: thing.name })}
                className="drag-handle"
                isDisabled={props.disabled}
                slot="drag"
              >
                <GripVertical aria-hidden="true" size={14} strokeWidth={1.75} />
              </Button>
              {props.children(thing)}
            </GridListItem>
          )}
        </GridList>
      </div>
      <div className="ordered-list-moves">
        <Button
          aria-label={t('dialogs:tagSet.order.up')}
          className="button button-quiet button-icon"
          isDisabled={props.disabled || place <= 0}
          onPress={() => {
            move(-1)
          }}
        >
          <ArrowUp aria-hidden="true" size={15} strokeWidth={1.75} />
        </Button>
        <Button
          aria-label={t('dialogs:tagSet.order.down')}
          className="button button-quiet button-icon"
          isDisabled={props.disabled || place === -1 || place === things.length - 1}
          onPress={() => {
            move(1)
          }}
        >
          <ArrowDown aria-hidden="true" size={15} strokeWidth={1.75} />
        </Button>
      </div>
    </div>
  )
}
