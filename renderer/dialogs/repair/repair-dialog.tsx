import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { Place } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { openPlace } from '../../commands/projects.ts'
import { leaveRepair, repairProject } from '../../commands/repairing.ts'
import type { RepairStep } from '../../store/jobs.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { FailureAlert } from '../failure-alert.tsx'
import { ProjectChooser } from '../project-chooser.tsx'
import { RepairReport } from './repair-report.tsx'
import { RepairRunning } from './repair-running.tsx'

import './repair-dialog.css'

/** What is being chosen. */
type Choice =
  | { readonly kind: 'about' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'naming'; readonly damaged: Place }

/** Saves what is readable of a damaged project: which one, under which name, how far that is, and what came of it. */
export function RepairDialog() {
  const session = useSession()
  const repairing = useWorkbench((state) => state.repairing)
  const [choice, setChoice] = useState<Choice>({ kind: 'about' })
  const inPage = session.store.getState().info?.shell === 'browser'

  const close = (): void => {
    leaveRepair(session)
  }
  const choose = async (purpose: 'openProject' | 'newProject', suggestedName: string) =>
    (await session.ask('places.choose', { purpose, suggestedName }))?.[0]
  const repair = async (damaged: Place, target: Place): Promise<void> => {
    setChoice({ kind: 'about' })
    await repairProject(session, damaged, target)
  }
  const begin = async (): Promise<void> => {
    if (inPage) {
      session.store.setState({ repairing: null })
      setChoice({ kind: 'damaged' })
      return
    }
    const damaged = await choose('openProject', '')
    const target = damaged && (await choose('newProject', nameFor(damaged)))
    if (damaged !== undefined && target !== undefined) await repair(damaged, target)
  }

  switch (choice.kind) {
    case 'damaged':
      return (
        <ProjectChooser
          action={t('jobs:repair.take')}
          key="damaged"
          onClose={close}
          onPlace={async (damaged) => {
            setChoice({ kind: 'naming', damaged })
          }}
          purpose="openProject"
          title={t('jobs:repair.damaged')}
        />
      )
    case 'naming':
      return (
        <ProjectChooser
          action={t('jobs:repair.repair')}
          key="naming"
          onClose={close}
          onPlace={(target) => repair(choice.damaged, target)}
          purpose="newProject"
          suggestedName={nameFor(choice.damaged)}
          title={t('jobs:repair.naming')}
        />
      )
    case 'about':
      return (
        <DialogFrame onClose={close} title={t('jobs:repair.title')}>
          <Step onBegin={() => void begin()} onClose={close} step={repairing?.step ?? null} />
        </DialogFrame>
      )
  }
}

function Step({
  step,
  onBegin,
  onClose,
}: {
  readonly step: RepairStep | null
  readonly onBegin: () => void
  readonly onClose: () => void
}) {
  const session = useSession()
  const progress = useWorkbench(({ repairing }) => repairing?.progress ?? null)
  switch (step?.kind) {
    case 'running':
      return <RepairRunning progress={progress} />
    case 'done':
      return (
        <RepairReport
          onClose={onClose}
          onOpen={() => {
            session.store.setState({ repairing: null })
            void openPlace(session, 'project.open', step.repaired.ticket)
          }}
          repaired={step.repaired}
        />
      )
    case 'failed':
    case undefined:
      return <About failure={step?.failure ?? null} onBegin={onBegin} onClose={onClose} />
  }
}

function About(props: {
  readonly failure: Failure | null
  readonly onBegin: () => void
  readonly onClose: () => void
}) {
  return (
    <>
      <p>{t('jobs:repair.about')}</p>
      <FailureAlert failure={props.failure} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={props.onClose}>
          {t('common:cancel')}
        </Button>
        <Button className="button button-primary" onPress={props.onBegin}>
          {t('jobs:repair.choose')}
        </Button>
      </div>
    </>
  )
}

function nameFor({ name }: Place): string {
  return `${name.replace(/\.verbatim$/, '')} (${t('jobs:repair.nameSuffix')}).verbatim`
}
