import type { Label } from '../../../shared/model/label.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { LabelSwatch } from '../../panels/label-swatch.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { AttributesEditor } from './attributes-editor.tsx'
import { ColorField } from './color-field.tsx'
import { GuidelineField } from './guideline-field.tsx'
import { LabelActions } from './label-actions.tsx'
import { LabelKeyField } from './label-key-field.tsx'
import { SpeakerQuestion } from './speaker-question.tsx'

/** Everything that the tag set says of one label. */
export function LabelEditor({
  label,
  disabled,
  onReplaced,
}: {
  readonly label: Label
  readonly disabled: boolean
  /** Gets the id of the label that took its place, or `null`. */
  readonly onReplaced: (by: string | null) => void
}) {
  const session = useSession()
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const like = (name: string): Label | undefined =>
    labels.find(
      (other) => other.id !== label.id && other.name.toLowerCase() === name.trim().toLowerCase(),
    )
  return (
    <div aria-label={`Label ${label.name}`} className="tag-set-editor" role="group">
      <div className="editor-head">
        <h3>
          <LabelSwatch label={label} /> {label.name}
        </h3>
        <span className="dialog-remark">
          Datasets carry it as <code>{label.id}</code>
        </span>
      </div>
      <div className="editor-row">
        <RecordedField
          disabled={disabled}
          label="Name"
          onRecord={(name) => {
            changeLabel(session, label.id, `Rename label ${label.name}`, { name: name.trim() })
          }}
          problem={(name) =>
            name.trim() === ''
              ? 'A label needs a name.'
              : name.trim().length > 100
                ? 'A name has at most 100 letters.'
                : null
          }
          remark={(name) =>
            like(name) === undefined ? null : 'Another label has this name already.'
          }
          value={label.name}
        />
        <LabelKeyField disabled={disabled} label={label} />
      </div>
      <ColorField disabled={disabled} label={label} />
      <RecordedField
        disabled={disabled}
        label="Description"
        onRecord={(description) => {
          changeLabel(session, label.id, `Describe label ${label.name}`, { description })
        }}
        value={label.description}
      />
      <GuidelineField disabled={disabled} label={label} />
      <SpeakerQuestion disabled={disabled} label={label} />
      <AttributesEditor disabled={disabled} label={label} />
      <LabelActions disabled={disabled} label={label} onReplaced={onReplaced} />
    </div>
  )
}
