import type { Annotation } from '../../../shared/model/annotation.ts'
import { attributionNames, documentTitle } from '../../store/selectors.ts'
import { useWorkbench } from '../../store/use-session.ts'
import { LabelSwatch } from '../label-swatch.tsx'

import './annotation-words.css'

/** An annotation in lists and reminders: label, speaker, quote, and its document where that is not the open one. */
export function AnnotationWords({ annotation }: { readonly annotation: Annotation }) {
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const names = useWorkbench((state) => attributionNames(state, annotation))
  const title = useWorkbench((state) =>
    annotation.documentId === state.document?.document.id
      ? null
      : documentTitle(state, annotation.documentId),
  )
  const label = labels.find(({ id }) => id === annotation.label)
  return (
    <div className="annotation-words">
      <span className="row-meta">
        {label === undefined ? null : <LabelSwatch label={label} />}
        <span className="row-label">{label?.name ?? annotation.label}</span>
        {names.length === 0 ? null : <span className="row-speaker">{names.join(' › ')}</span>}
        {title ? <span className="annotation-place">{title}</span> : null}
      </span>
      <span className="row-quote" dir="auto">
        {annotation.quote}
      </span>
    </div>
  )
}
