import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { Place, Repaired } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { openPlace } from '../../commands/projects.ts'
import { useSession } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import { FailureAlert } from '../failure-alert.tsx'
import { StepHeading } from '../job/step-heading.tsx'
import { ProjectChooser } from '../project-chooser.tsx'
import { RepairReport } from './repair-report.tsx'

import './repair-dialog.css'

type Step =
  | { readonly kind: 'about'; readonly failure: Failure | null }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'naming'; readonly damaged: Place }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly repaired: Repaired }

/** Saves what is readable of a damaged project: which one, under which name, and what came of it. */
export function RepairDialog() {
  const session = useSession()
  const [step, setStep] = useState<Step>({ kind: 'about', failure: null })
  const inPage = session.store.getState().info?.shell === 'browser'

  const close = (): void => {
    session.store.setState({ dialog: null })
  }
  const choose = async (purpose: 'openProject' | 'newProject', suggestedName: string) =>
    (await session.ask('places.choose', { purpose, suggestedName }))?.[0]
  const repair = async (damaged: Place, target: Place): Promise<void> => {
    setStep({ kind: 'running' })
    const args = { damaged: damaged.ticket, ticket: target.ticket }
    const repaired = await session.bridge.call('project.repair', args)
    if (repaired.ok) setStep({ kind: 'done', repaired: repaired.value })
    else setStep({ kind: 'about', failure: repaired.failure })
  }
  const begin = async (): Promise<void> => {
    if (inPage) {
      setStep({ kind: 'damaged' })
      return
    }
    const damaged = await choose('openProject', '')
    const target = damaged && (await choose('newProject', nameFor(damaged)))
    if (damaged !== undefined && target !== undefined) await repair(damaged, target)
  }

  switch (step.kind) {
    case 'damaged':
      return (
        <ProjectChooser
          action={t('jobs:repair.take')}
          key="damaged"
          onClose={close}
          onPlace={async (damaged) => {
            setStep({ kind: 'naming', damaged })
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
          onPlace={(target) => repair(step.damaged, target)}
          purpose="newProject"
          suggestedName={nameFor(step.damaged)}
          title={t('jobs:repair.naming')}
        />
      )
    case 'about':
    case 'running':
    case 'done':
      return (
        <DialogFrame onClose={close} title={t('jobs:repair.title')}>
          {step.kind === 'running' ? <StepHeading>{t('jobs:repair.running')}</StepHeading> : null}
          {step.kind === 'about' ? (
            <About failure={step.failure} onBegin={() => void begin()} onClose={close} />
          ) : null}
          {step.kind === 'done' ? (
            <RepairReport
              onClose={close}
              onOpen={() => void openPlace(session, 'project.open', step.repaired.ticket)}
              repaired={step.repaired}
            />
          ) : null}
        </DialogFrame>
      )
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
