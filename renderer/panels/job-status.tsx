import { Button } from 'react-aria-components'

import { formatPercent } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import type {
  CheckState,
  CopiesState,
  ExportState,
  ImportState,
  RepairState,
} from '../store/jobs.ts'
import { useSession, useWorkbenchAfterPaint } from '../store/use-session.ts'

import './job-status.css'

/** Imports, exports, checks, repairs and searches for copies that go on, wait or are done behind what is being worked on: how far they are, and the way to them. */
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
  const repairing = useWorkbenchAfterPaint((state) =>
    state.repairing === null || state.dialog === 'repair' ? null : repairWords(state.repairing),
  )
  const indexing = useWorkbenchAfterPaint(({ searchIndex }) => searchIndex)
  const copying = useWorkbenchAfterPaint((state) =>
    state.copying === null || state.dialog === 'copies' ? null : copiesWords(state.copying),
  )
  return (
    <>
      {indexing === null ? null : (
        <span className="job-status">{goingOn(t('panels:jobs.indexing'), indexing)}</span>
      )}
      {importing === null ? null : <WayTo dialog="import" words={importing} />}
      {exporting === null ? null : <WayTo dialog="export" words={exporting} />}
      {checking === null ? null : <WayTo dialog="check" words={checking} />}
      {repairing === null ? null : <WayTo dialog="repair" words={repairing} />}
      {copying === null ? null : <WayTo dialog="copies" words={copying} />}
    </>
  )
}

function WayTo({
  dialog,
  words,
}: {
  readonly dialog: 'import' | 'export' | 'check' | 'repair' | 'copies'
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
      return goingOn(t('panels:jobs.importing'), step)
    case 'planning':
      return t('panels:jobs.importing')
    case 'reading':
      return goingOn(t('panels:jobs.importing'), progress)
    case 'storing':
      return goingOn(t('panels:jobs.storing'), progress)
    case 'columns':
    case 'labels':
      return t('panels:jobs.importQuestion')
    case 'failed':
    case 'done':
      return t('panels:jobs.importReport')
  }
}

function exportWords({ step, progress }: ExportState): string {
  return step.kind === 'running'
    ? goingOn(t('panels:jobs.exporting'), progress)
    : t('panels:jobs.exportReport')
}

function checkWords({ step, progress }: CheckState): string {
  return step.kind === 'running'
    ? goingOn(t('panels:jobs.checking'), progress)
    : t('panels:jobs.checkReport')
}

/** Without a share: it has several parts, each of which begins anew. */
function repairWords({ step }: RepairState): string {
  return step.kind === 'running' ? t('panels:jobs.repairing') : t('panels:jobs.repairReport')
}

function copiesWords({ step, progress }: CopiesState): string {
  return step.kind === 'running'
    ? goingOn(t('panels:jobs.copying'), progress)
    : t('panels:jobs.copiesFound')
}

/** A job with how far it is, where that is known. */
function goingOn(
  job: string,
  progress: { readonly done: number; readonly total: number } | null,
): string {
  if (progress === null || progress.total === 0) return job
  const share = Math.floor((100 * progress.done) / progress.total) / 100
  return t('panels:jobs.share', { job, share: formatPercent(share) })
}
