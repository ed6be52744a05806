import { useState } from 'react'
import { ToggleButton } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { finishEdits } from '../../commands/edits.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { Trans } from '../../language/trans.tsx'
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
          <span className="field-label">{t('dialogs:tagSet.guideline.label')}</span>
          <div className="guideline-preview">
            <GuidelineText markdown={label.guideline} />
          </div>
        </div>
      ) : (
        <RecordedField
          disabled={disabled}
          label={t('dialogs:tagSet.guideline.label')}
          multiline
          onRecord={(guideline) => {
            const summary = t('dialogs:tagSet.guideline.write', { name: label.name })
            changeLabel(session, label.id, summary, { guideline })
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
        {t('dialogs:tagSet.guideline.preview')}
      </ToggleButton>
      <p className="dialog-remark">
        <Trans message="dialogs:tagSet.guideline.markdown" parts={{ code: <code dir="auto" /> }} />
      </p>
    </div>
  )
}
