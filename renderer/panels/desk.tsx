import { Activity, lazy, memo, Suspense } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'

import { t } from '../../shared/language/translate.ts'
import { SearchView } from '../search/search-view.tsx'
import { PaintedPartContext, useWorkbench, useWorkbenchAfterPaint } from '../store/use-session.ts'
import { AllDocuments } from './all-documents/all-documents.tsx'
import { AnnotationsPanel } from './annotations-panel.tsx'
import { ArticlePanel } from './article-panel.tsx'
import { DocumentsPanel } from './documents/documents-panel.tsx'
import { SaveTrouble } from './save-state.tsx'
import { SidePanel } from './side/side-panel.tsx'
import { TopBar } from './top-bar.tsx'
import { useMedia } from './use-media.ts'

/** Loaded when it is first asked for: it brings a library for plots. */
const NumbersView = lazy(async () => {
  const loaded = await import('../numbers/numbers-view.tsx')
  return { default: loaded.NumbersView }
})

/** The three columns need this much width to be read, in CSS px; a window at 200% zoom often has less. */
const narrow = '(width < 760px)'

/** The open project, and what covers it. */
export function Desk() {
  const hasNumbers = useWorkbenchAfterPaint(({ numbers }) => numbers !== null)
  const isSearching = useWorkbench(({ search }) => search.open)
  const allDocuments = useWorkbenchAfterPaint((state) => state.allDocuments)
  return (
    <div className="desk">
      <TopBar />
      <SaveTrouble />
      <main className="desk-main">
        {hasNumbers ? (
          <Suspense>
            <NumbersView />
          </Suspense>
        ) : null}
        {/* Kept under what covers it as it is, so that whoever comes back finds their place at once. */}
        <div className="desk-panels" inert={hasNumbers || isSearching || allDocuments}>
          <Panels />
        </div>
        <SearchView />
        {allDocuments ? <AllDocuments /> : null}
      </main>
    </div>
  )
}

/**
 * The columns. In a narrow window the article stands above what otherwise stands beside it. Nothing here is drawn anew when it is
 * covered.
 */
const Panels = memo(function Panels() {
  const isNarrow = useMedia(narrow)
  const folded = useWorkbenchAfterPaint(({ sidePanel }) => sidePanel === null)
  const allDocuments = useWorkbenchAfterPaint((state) => state.allDocuments)
  const reference = (
    <>
      <div className="desk-documents">
        {/* Its list of all documents is not drawn anew for every change of the table. */}
        <Activity mode={allDocuments ? 'hidden' : 'visible'}>
          <PaintedPartContext value="documents">
            <DocumentsPanel />
          </PaintedPartContext>
        </Activity>
      </div>
      <div className="desk-reference" data-folded={folded || undefined}>
        <PaintedPartContext value="reference">
          <SidePanel />
        </PaintedPartContext>
      </div>
    </>
  )
  if (isNarrow) {
    return (
      <div className="desk-stack">
        <div className="desk-article">
          <ArticlePanel />
        </div>
        <div className="desk-annotations">
          <AnnotationsPanel />
        </div>
        {reference}
      </div>
    )
  }
  return (
    <Group orientation="horizontal">
      <Panel defaultSize="23%" maxSize="40%" minSize="240px">
        <div className="desk-column">{reference}</div>
      </Panel>
      <Separator aria-label={t('panels:desk.documentsWidth')} className="separator" />
      <Panel minSize="300px">
        <ArticlePanel />
      </Panel>
      <Separator aria-label={t('panels:desk.annotationsWidth')} className="separator" />
      <Panel defaultSize="26%" maxSize="50%" minSize="240px">
        <AnnotationsPanel />
      </Panel>
    </Group>
  )
})
