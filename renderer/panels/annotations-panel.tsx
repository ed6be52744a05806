import { useDeferredValue, useMemo } from 'react'

import { formatNumber } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
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
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const view = useWorkbench(({ listView }) => listView)
  // Words are typed faster than a list of thousands is drawn.
  const query = useDeferredValue(view.query)
  const shownView = useMemo(() => ({ ...view, query }), [view, query])
  const shown = useMemo(
    () => viewAnnotations(all, shownView, { labels, speakers }),
    [all, shownView, labels, speakers],
  )
  return (
    <section
      aria-label={t('panels:annotations.title')}
      className="panel annotations-panel"
      data-region="annotations"
    >
      <div className="panel-head">
        <h2>{t('panels:annotations.title')}</h2>
        <span className="count">
          {isFiltered(shownView)
            ? t('common:someOf', { some: shown.length, all: all.length })
            : formatNumber(all.length)}
        </span>
      </div>
      {several ? <ChosenAnnotations /> : <CurrentAnnotation />}
      <ListFilters />
      <AnnotationList annotations={shown} />
    </section>
  )
}
