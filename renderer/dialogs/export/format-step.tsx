import { useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Failure } from '../../../shared/result.ts'
import { exportProject, leaveExport } from '../../commands/exporting.ts'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { FailureAlert } from '../failure-alert.tsx'
import { useFormats } from '../use-formats.ts'
import { FormatDetails } from './format-details.tsx'
import { FormatList } from './format-list.tsx'

/** Asks for the format. What was chosen last is chosen again. */
export function FormatStep({ failure }: { readonly failure: Failure | null }) {
  const session = useSession()
  const formats = useFormats()?.export ?? []
  const browser = useWorkbench(({ info }) => info?.shell === 'browser')
  const running = useWorkbench(({ exporting }) => exporting?.step.kind === 'running')
  const [choice, setChoice] = useState(session.store.getState().exportChoice)
  const format = formats.find(({ id }) => id === choice.format) ?? formats[0]
  if (format === undefined) return null
  return (
    <>
      <div className="format-step">
        <FormatList
          chosen={format.id}
          formats={formats}
          onChoose={(id) => {
            setChoice({ ...choice, format: id })
          }}
        />
        <FormatDetails
          format={format}
          isBrowser={browser}
          onChange={(options) => {
            setChoice({ ...choice, options })
          }}
          onScope={(scope) => {
            setChoice({ ...choice, scope })
          }}
          options={choice.options}
          scope={choice.scope}
        />
      </div>
      <FailureAlert failure={failure} />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            leaveExport(session)
          }}
        >
          {t('common:cancel')}
        </Button>
        {/* It keeps the keyboard while it works, so it is not disabled. */}
        <Button
          className="button button-primary"
          onPress={() => void exportProject(session, format, choice)}
        >
          {running ? t('jobs:export.exporting') : t('jobs:export.export')}
        </Button>
      </div>
    </>
  )
}
