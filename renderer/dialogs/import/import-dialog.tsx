import { useEffect, useState } from 'react'

import { t } from '../../../shared/language/translate.ts'
import { leaveImport } from '../../commands/importing-steps.ts'
import type { ImportState } from '../../store/jobs.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportRunning } from './import-running.tsx'
import { LabelsStep } from './labels-step.tsx'
import { SourcesStep } from './sources-step.tsx'

import './import-dialog.css'

/** How long an import may take before its progress takes the place of what it was begun with, in ms. */
const patience = 300

/** Adds documents and annotations: what to import, what it cannot know by itself, and what came of it. */
export function ImportDialog() {
  const session = useSession()
  const importing = useWorkbench((state) => state.importing)
  const isWide = importing?.step.kind === 'columns' || importing?.step.kind === 'done'
  return (
    <DialogFrame
      onClose={() => {
        leaveImport(session)
      }}
      title={t('jobs:import.title')}
      wide={isWide}
    >
      <Step importing={importing} />
    </DialogFrame>
  )
}

function Step({ importing }: { readonly importing: ImportState | null }) {
  const isSlow = useIsSlow(importing)
  if (importing === null) return <SourcesStep failure={null} />
  const { job, step } = importing
  switch (step.kind) {
    case 'failed':
      return <SourcesStep failure={step.failure} />
    case 'columns':
      return <ColumnsStep job={job} tables={step.tables} />
    case 'labels':
      return <LabelsStep found={step.found} job={job} />
    case 'done':
      return <ImportReport result={step.result} />
    case 'gathering':
    case 'planning':
    case 'reading':
    case 'storing':
      return isSlow ? (
        <ImportRunning progress={importing.progress} step={step} />
      ) : (
        <SourcesStep failure={null} />
      )
  }
}

/** Whether an import runs long enough to be shown: a short one is done before anybody could read about it. */
function useIsSlow(importing: ImportState | null): boolean {
  const job = importing?.job ?? null
  const [slow, setSlow] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(job)
    }, patience)
    return () => {
      clearTimeout(timer)
    }
  }, [job])
  return job !== null && slow === job
}
