import { useState } from 'react'
import { Button, Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'

import { exportFormatSchema, type ExportFormat } from '../../shared/contract.ts'
import type { Failure } from '../../shared/result.ts'
import { exportProject } from '../commands/exporting.ts'
import { useSession } from '../store/use-session.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { FailureAlert } from './failure-alert.tsx'

const formats: readonly {
  readonly id: ExportFormat
  readonly name: string
  readonly description: string
}[] = [
  { id: 'json', name: 'JSON', description: 'One file that holds one object' },
  { id: 'jsonl', name: 'JSON Lines', description: 'One document per line' },
]

/** Writes the whole project as a dataset. */
export function ExportDialog() {
  const session = useSession()
  const [format, setFormat] = useState<ExportFormat>('json')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [running, setRunning] = useState(false)

  const close = (): void => {
    session.store.setState({ dialog: null })
  }
  const run = async (): Promise<void> => {
    // The button keeps the keyboard while it works, so it is not disabled.
    if (running) return
    setRunning(true)
    setFailure(null)
    try {
      const exported = await exportProject(session, format)
      if (!exported.ok) setFailure(exported.failure)
      // Escape may have closed this dialog, and another one may be open by now.
      else if (exported.value && session.store.getState().dialog === 'export') close()
    } finally {
      setRunning(false)
    }
  }

  return (
    <DialogFrame onClose={close} title="Export">
      <RadioGroup
        className="format-choice"
        onChange={(value) => {
          setFormat(exportFormatSchema.parse(value))
        }}
        value={format}
      >
        <Label>Format</Label>
        {formats.map(({ id, name, description }) => (
          <RadioField className="format" key={id} value={id}>
            <RadioButton className="format-button">
              <span className="radio-mark" />
              {name}
            </RadioButton>
            <Text className="format-description" slot="description">
              {description}
            </Text>
          </RadioField>
        ))}
      </RadioGroup>
      <p className="dialog-remark">
        Offsets in UTF-16 code units and in code points, both in every file.
      </p>
      <FailureAlert failure={failure} />
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={close}>
          Cancel
        </Button>
        <Button className="button button-primary" onPress={() => void run()}>
          {running ? 'Exporting…' : 'Export'}
        </Button>
      </div>
    </DialogFrame>
  )
}
