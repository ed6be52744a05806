import { StickyNote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'

import { goToAnnotation, selectAnnotation } from '../commands/navigation.ts'
import { annotationsAtCaret } from '../store/selectors.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { LabelSwatch } from './label-swatch.tsx'

/** Row height in CSS px: a line of label and speaker, two lines of quote. */
const rowHeight = 74

/** All annotations of the article in reading order. It follows the caret, and the text follows it. */
export function AnnotationList() {
  const session = useSession()
  const list = useRef<HTMLDivElement>(null)
  const annotations = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  const currentId = useWorkbenchAfterPaint((state) => state.currentId)
  const here = useWorkbenchAfterPaint((state) => annotationsAtCaret(state).map(({ id }) => id))
  const hasDocument = useWorkbenchAfterPaint(({ document }) => document !== null)

  useEffect(() => {
    const index = annotations.findIndex(({ id }) => id === currentId)
    if (index !== -1 && list.current !== null) keepInView(list.current, index)
  }, [annotations, currentId])

  if (annotations.length === 0) {
    return (
      <p className="empty">
        {hasDocument
          ? 'Nothing tagged yet. Select words in the article and press 1, 2, 3 or 4.'
          : 'Open an article to tag it.'}
      </p>
    )
  }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        aria-label="Annotations"
        className="list"
        dependencies={[labels, here, speakers]}
        items={annotations}
        onAction={(key) => {
          const annotation = annotations.find(({ id }) => id === key)
          if (annotation !== undefined) goToAnnotation(session, annotation)
        }}
        onSelectionChange={(keys) => {
          const [id] = keys
          if (typeof id === 'string') selectAnnotation(session, id)
        }}
        ref={list}
        selectedKeys={currentId === null ? [] : [currentId]}
        selectionBehavior="replace"
        selectionMode="single"
      >
        {(annotation) => {
          const label = labels.find(({ id }) => id === annotation.label)
          return (
            <ListBoxItem
              className="row annotation-row"
              data-here={here.includes(annotation.id) || undefined}
              textValue={`${label?.name ?? annotation.label}: ${annotation.quote}`}
            >
              <span className="row-meta">
                {label === undefined ? null : <LabelSwatch label={label} />}
                <span className="row-label">{label?.name ?? annotation.label}</span>
                {annotation.attribution.length === 0 ? null : (
                  <span className="row-speaker">
                    {annotation.attribution.map((id) => names.get(id) ?? '').join(' › ')}
                  </span>
                )}
                {annotation.note === null ? null : (
                  <StickyNote aria-label="has a note" size={13} strokeWidth={1.75} />
                )}
              </span>
              <span className="row-quote" dir="auto">
                {annotation.quote}
              </span>
            </ListBoxItem>
          )
        }}
      </ListBox>
    </Virtualizer>
  )
}

function keepInView(list: HTMLElement, index: number): void {
  const top = index * rowHeight
  const bottom = top + rowHeight
  if (top < list.scrollTop || bottom > list.scrollTop + list.clientHeight) {
    list.scrollTop = top - (list.clientHeight - rowHeight) / 2
  }
}
