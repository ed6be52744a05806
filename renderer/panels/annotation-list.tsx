import { useEffect, useMemo, useRef, useState } from 'react'
import {
  ListBox,
  ListBoxItem,
  ListLayout,
  Virtualizer,
  type Selection,
} from 'react-aria-components'

import { formatAny } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { chooseAnnotations, goToAnnotation } from '../commands/navigation.ts'
import { useLabelKeyNames } from '../commands/use-commands.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { AnnotationRow, rowHeight } from './annotation-row.tsx'

/**
 * The annotations of the article that the filters let through. The list follows the caret and the text follows the list.
 * Several can be chosen, to be changed together.
 */
export function AnnotationList({ annotations }: { readonly annotations: readonly Annotation[] }) {
  const session = useSession()
  const list = useRef<HTMLDivElement>(null)
  const isTagged = useWorkbenchAfterPaint(
    ({ document }) => document !== null && document.annotations.length > 0,
  )
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const currentId = useWorkbenchAfterPaint((state) => state.currentId)
  const chosenIds = useWorkbenchAfterPaint((state) => state.chosenIds)
  const hasDocument = useWorkbenchAfterPaint(({ document }) => document !== null)
  const labelKeys = useLabelKeyNames()
  const labelNames = useMemo(() => new Map(labels.map(({ id, name }) => [id, name])), [labels])

  // What the list itself reported knows where a range began; a plain list of ids does not.
  const [selection, setSelection] = useState<Selection>(new Set())
  const chosen = chosenIds.length > 0 ? chosenIds : currentId === null ? [] : [currentId]

  useEffect(() => {
    const index = annotations.findIndex(({ id }) => id === currentId)
    if (index !== -1 && list.current !== null) keepInView(list.current, index)
  }, [annotations, currentId])

  if (annotations.length === 0) {
    return (
      <p className="empty">
        {!hasDocument
          ? t('panels:annotations.noDocument')
          : isTagged
            ? t('panels:annotations.noneFound')
            : howToTag(labelKeys)}
      </p>
    )
  }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        aria-label={t('panels:annotations.title')}
        className="list"
        dependencies={[labelNames]}
        items={annotations}
        onAction={(key) => {
          const annotation = annotations.find(({ id }) => id === key)
          if (annotation !== undefined) goToAnnotation(session, annotation)
        }}
        onSelectionChange={(keys) => {
          setSelection(keys)
          const ids = annotations.map(({ id }) => id)
          chooseAnnotations(session, keys === 'all' ? ids : ids.filter((id) => keys.has(id)))
          // The next key, which may come within this frame, extends what is chosen now.
          session.catchUp()
        }}
        ref={list}
        selectedKeys={holds(selection, chosen) ? selection : chosen}
        selectionBehavior="replace"
        selectionMode="multiple"
      >
        {(annotation) => (
          <ListBoxItem
            className="row annotation-row"
            textValue={`${labelNames.get(annotation.label) ?? annotation.label}: ${annotation.quote}`}
          >
            <AnnotationRow annotation={annotation} />
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  )
}

/** By the project's own keys. */
function howToTag(keys: readonly string[]): string {
  if (keys.length === 0) return t('panels:annotations.noneWithoutKeys')
  return t('panels:annotations.none', { keys: formatAny(keys) })
}

/** Whether a selection is exactly of these ids. */
function holds(selection: Selection, ids: readonly string[]): boolean {
  return (
    selection !== 'all' && selection.size === ids.length && ids.every((id) => selection.has(id))
  )
}

function keepInView(list: HTMLElement, index: number): void {
  const top = index * rowHeight
  const bottom = top + rowHeight
  if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight) {
    list.scrollTop = top - (list.clientHeight - rowHeight) / 2
  }
}
