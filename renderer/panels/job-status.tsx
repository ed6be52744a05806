import { Button } from 'react-aria-components'

import type { CheckState, CopiesState, ExportState, ImportState } from '../store/jobs.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'

import './job-status.css'

/** Imports, exports, checks and searches for copies that go on, wait or are done behind what is being worked on: how far they are, and the way to them. */
export function JobStatus() {
  const importing = useWorkbenchAfterPaint((state) =>
    state.importing === null || state.dialog === 'import' ? null : importWords(state.importing),
  )
  const exporting = useWorkbenchAfterPaint((state) =>
    state.exporting === null || state.dialog === 'export' ? null : exportWords(state.exporting),
  )
  const checking = useWorkbenchAfterPaint((state) =>
    state.checking === null || state.dialog === 'check' ? null : checkWords(state.checking),
  )
  const indexing = useWorkbenchAfterPaint(({ searchIndex }) => searchIndex)
  const copying = useWorkbenchAfterPaint((state) =>
    state.copying === null || state.dialog === 'copies' ? null : copiesWords(state.copying),
  )
  return (
    <>
      {indexing === null ? null : <span className="job-status">Indexing{share(indexing)}</span>}
      {importing === null ? null : <WayTo dialog="import" words={importing} />}
      {exporting === null ? null : <WayTo dialog="export" words={exporting} />}
      {checking === null ? null : <WayTo dialog="check" words={checking} />}
      {copying === null ? null : <WayTo dialog="copies" words={copying} />}
    </>
  )
}

function WayTo({
  dialog,
  words,
}: {
  readonly dialog: 'import' | 'export' | 'check' | 'copies'
  readonly words: string
}) {
  const session = useSession()
  return (
    <Button
      className="button button-quiet job-status"
      onPress={() => {
        session.store.setState({ dialog })
      }}
    >
      {words}
    </Button>
  )
}

function importWords({ step, progress }: ImportState): string {
  switch (step.kind) {
    case 'gathering':
      return `Importing${share(step)}`
    case 'planning':
      return 'Importing'
    case 'reading':
      return `Importing${share(progress)}`
    case 'storing':
      return `Storing${share(progress)}`
    case 'columns':
    case 'labels':
      return 'Import: a question'
    case 'failed':
    case 'done':
      return 'Import report'
  }
}

function exportWords({ step, progress }: ExportState): string {
  return step.kind === 'running' ? `Exporting${share(progress)}` : 'Export report'
}

function checkWords({ step, progress }: CheckState): string {
  return step.kind === 'running' ? `Checking${share(progress)}` : 'Check report'
}

function copiesWords({ step, progress }: CopiesState): string {
  return step.kind === 'running' ? `Finding copies${share(progress)}` : 'Copies found'
}

function share(of: { readonly done: number; readonly total: number } | null): string {
  return of === null || of.total === 0 ? '' : ` ${Math.floor((100 * of.done) / of.total)}%`
}
