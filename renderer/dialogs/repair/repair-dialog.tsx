import { useState } from 'react'
import { Button } from 'react-aria-components'

import type { Place, Repaired } from '../../../shared/contract.ts'
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
          action="Choose"
          key="damaged"
          onClose={close}
          onPlace={async (damaged) => {
            setStep({ kind: 'naming', damaged })
          }}
          purpose="openProject"
          title="Project to repair"
        />
      )
    case 'naming':
      return (
        <ProjectChooser
          action="Repair"
          key="naming"
          onClose={close}
          onPlace={(target) => repair(step.damaged, target)}
          purpose="newProject"
          suggestedName={nameFor(step.damaged)}
          title="Save what is readable as"
        />
      )
    case 'about':
    case 'running':
    case 'done':
      return (
        <DialogFrame onClose={close} title="Repair a project">
          {step.kind === 'running' ? <StepHeading>Reading the damaged file…</StepHeading> : null}
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
      <p>
        Everything that can be read of a damaged project is saved to a new file, and what cannot is
        listed. The damaged file is left as it is. Where there is a backup, look at that as well: it
        may hold more.
      </p>
      <FailureAlert failure={props.failure} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={props.onClose}>
          Cancel
        </Button>
        <Button className="button button-primary" onPress={props.onBegin}>
          Choose the damaged project…
        </Button>
      </div>
    </>
  )
}

function nameFor({ name }: Place): string {
  return `${name.replace(/\.verbatim$/, '')} (repaired).verbatim`
}
