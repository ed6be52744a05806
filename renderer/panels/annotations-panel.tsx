import { useWorkbenchAfterPaint } from '../store/use-session.ts'
import { AnnotationList } from './annotation-list.tsx'
import { CurrentAnnotation } from './current-annotation.tsx'

/** What is tagged in the open article: the annotation being worked on, and all of them in reading order. */
export function AnnotationsPanel() {
  const count = useWorkbenchAfterPaint(({ document }) => document?.annotations.length ?? 0)
  return (
    <section aria-label="Annotations" data-region="annotations" className="panel annotations-panel">
      <div className="panel-head">
        <h2>Annotations</h2>
        <span className="count">{count}</span>
      </div>
      <CurrentAnnotation />
      <AnnotationList />
    </section>
  )
}
