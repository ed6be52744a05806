import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'

import type { FoundAnnotations } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { visitAnnotation } from '../../commands/visiting.ts'
import { annotationWords } from '../../relations/relation-words.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { AnnotationWords } from '../annotation/annotation-words.tsx'

/** Row height in CSS px: a line of label and document, two lines of quote. */
const rowHeight = 74

/** Annotations of the whole project that lack a relation; choosing one goes there. */
export function GapList({
  title,
  found,
}: {
  readonly title: string
  readonly found: FoundAnnotations | null
}) {
  const session = useSession()
  const labels = useWorkbenchAfterPaint(({ project }) => project?.labels ?? [])
  const openId = useWorkbenchAfterPaint(({ document }) => document?.document.id)
  if (found === null) return null
  const { annotations, total } = found
  if (total === 0) return <p className="relations-empty">{t('panels:relations.noneFound')}</p>
  return (
    <>
      {annotations.length === total ? null : (
        <p className="relations-empty">
          {t('panels:relations.first', { shown: annotations.length, total })}
        </p>
      )}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <GridList
          aria-label={title}
          className="list relations-list"
          dependencies={[labels, openId]}
          items={annotations}
          onAction={(key) => {
            const annotation = annotations.find(({ id }) => id === key)
            if (annotation !== undefined) void visitAnnotation(session, annotation)
          }}
        >
          {(annotation) => (
            <GridListItem className="row" textValue={annotationWords(labels, annotation)}>
              <AnnotationWords annotation={annotation} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </>
  )
}
