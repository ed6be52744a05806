import { useMemo } from 'react'

import { isFiltered, viewAnnotations } from '../store/list-view.ts'
import { useWorkbench, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { AnnotationList } from './annotation-list.tsx'
import { ChosenAnnotations } from './chosen-annotations.tsx'
import { CurrentAnnotation } from './current-annotation.tsx'
import { ListFilters } from './list-filters.tsx'

/** What is tagged in the open article: what is being worked on, and all of it in a list. */
export function AnnotationsPanel() {
  const several = useWorkbenchAfterPaint(({ chosenIds }) => chosenIds.length > 0)
  const all = useWorkbenchAfterPaint(({ document }) => document?.annotations ?? [])
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const view = useWorkbench(({ listView }) => listView)
  const shown = useMemo(() => viewAnnotations(all, view, labels), [all, view, labels])
  return (
    <section aria-label="Annotations" className="panel annotations-panel" data-region="annotations">
      <div className="panel-head">
        <h2>Annotations</h2>
        <span className="count">
          {isFiltered(view) ? `${shown.length} of ${all.length}` : all.length}
        </span>
      </div>
      {several ? <ChosenAnnotations /> : <CurrentAnnotation />}
      <ListFilters />
      <AnnotationList annotations={shown} />
    </section>
  )
}
