import { isFiltered, viewAnnotations } from '../store/list-view.ts'
import { useWorkbenchAfterPaint } from '../store/use-session.ts'
import { AnnotationList } from './annotation-list.tsx'
import { ChosenAnnotations } from './chosen-annotations.tsx'
import { CurrentAnnotation } from './current-annotation.tsx'
import { ListFilters } from './list-filters.tsx'

/** What is tagged in the open article: what is being worked on, and all of it in a list. */
export function AnnotationsPanel() {
  const several = useWorkbenchAfterPaint(({ chosenIds }) => chosenIds.length > 0)
  return (
    <section aria-label="Annotations" className="panel annotations-panel" data-region="annotations">
      <div className="panel-head">
        <h2>Annotations</h2>
        <Count />
      </div>
      {several ? <ChosenAnnotations /> : <CurrentAnnotation />}
      <ListFilters />
      <AnnotationList />
    </section>
  )
}

function Count() {
  const count = useWorkbenchAfterPaint(({ document }) => document?.annotations.length ?? 0)
  const shown = useWorkbenchAfterPaint(({ document, project, listView }) =>
    isFiltered(listView)
      ? viewAnnotations(document?.annotations ?? [], listView, project?.labels ?? []).length
      : null,
  )
  return <span className="count">{shown === null ? count : `${shown} of ${count}`}</span>
}
