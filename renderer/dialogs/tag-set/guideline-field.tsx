import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'

import type { Label } from '../../../shared/model/label.ts'
import { finishEdits } from '../../commands/edits.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { GuidelineText } from '../../panels/guidelines/guideline-text.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useSession } from '../../store/use-session.ts'

/** How to decide, in Markdown, as it is written or as it is read. */
export function GuidelineField({
  label,
  disabled,
}: {
  readonly label: Label
  readonly disabled: boolean
}) {
  const session = useSession()
  const [preview, setPreview] = useState(false)
  return (
    <div className="guideline-field">
      {preview ? (
        <div className="field">
          <span className="field-label">Guideline</span>
          <div className="guideline-preview">
            <GuidelineText markdown={label.guideline} />
          </div>
        </div>
      ) : (
        <RecordedField
          disabled={disabled}
          label="Guideline"
          multiline
          onRecord={(guideline) => {
            changeLabel(session, label.id, `Write guideline of ${label.name}`, { guideline })
          }}
          rows={7}
          value={label.guideline}
        />
      )}
      <ToggleButton
        className="choice guideline-toggle"
        isSelected={preview}
        onChange={(shown) => {
          finishEdits(session)
          setPreview(shown)
        }}
      >
        Preview
      </ToggleButton>
      <p className="dialog-remark">
        Markdown: <code>**bold**</code>, <code>*italic*</code>, <code>- list</code>,{' '}
        <code># heading</code>.
      </p>
    </div>
  )
}
