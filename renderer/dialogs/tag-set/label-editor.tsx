import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { Trans } from '../../language/trans.tsx'
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
  const { name } = label
  const labels = useWorkbench(({ project }) => project?.labels ?? [])
  const like = (typed: string): Label | undefined =>
    labels.find(
      (other) => other.id !== label.id && other.name.toLowerCase() === typed.trim().toLowerCase(),
    )
  return (
    <div
      aria-label={t('dialogs:tagSet.label.title', { name })}
      className="tag-set-editor"
      role="group"
    >
      <div className="editor-head">
        <h3>
          <LabelSwatch label={label} /> <bdi>{name}</bdi>
        </h3>
        <span className="dialog-remark">
          <Trans
            message="dialogs:tagSet.carriedAs"
            parts={{ code: <code /> }}
            values={{ id: label.id }}
          />
        </span>
      </div>
      <div className="editor-row">
        <RecordedField
          disabled={disabled}
          label={t('dialogs:tagSet.name')}
          onRecord={(typed) => {
            const summary = t('dialogs:tagSet.label.rename', { name })
            changeLabel(session, label.id, summary, { name: typed.trim() })
          }}
          problem={(typed) =>
            typed.trim() === ''
              ? t('dialogs:tagSet.label.noName')
              : typed.trim().length > 100
                ? t('dialogs:tagSet.label.longName')
                : null
          }
          remark={(typed) =>
            like(typed) === undefined ? null : t('dialogs:tagSet.label.sameName')
          }
          value={name}
        />
        <LabelKeyField disabled={disabled} label={label} />
      </div>
      <ColorField disabled={disabled} label={label} />
      <RecordedField
        disabled={disabled}
        label={t('dialogs:tagSet.description')}
        onRecord={(description) => {
          const summary = t('dialogs:tagSet.label.describe', { name })
          changeLabel(session, label.id, summary, { description })
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
