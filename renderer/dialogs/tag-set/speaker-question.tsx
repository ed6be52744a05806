import { t } from '../../../shared/language/translate.ts'
import type { Label } from '../../../shared/model/label.ts'
import { changeLabel } from '../../commands/tag-set.ts'
import { Check } from '../../controls/check.tsx'
import { RecordedField } from '../../panels/recorded-field.tsx'
import { useSession } from '../../store/use-session.ts'

/** Whether the label asks who says it, what that field is called, and whether it has to be filled. */
export function SpeakerQuestion({
  label,
  disabled,
}: {
  readonly label: Label
  readonly disabled: boolean
}) {
  const session = useSession()
  const { speaker } = label

  function set(next: Label['speaker']): void {
    const summary = t('dialogs:tagSet.speaker.change', { name: label.name })
    changeLabel(session, label.id, summary, { speaker: next })
  }

  return (
    <fieldset className="editor-part">
      <legend>{t('dialogs:tagSet.speaker.legend')}</legend>
      <Check
        disabled={disabled}
        isOn={speaker !== null}
        name={t('dialogs:tagSet.speaker.ask')}
        onChange={(asked) => {
          set(asked ? { title: t('dialogs:tagSet.speaker.usualTitle'), required: false } : null)
        }}
      />
      {speaker === null ? null : (
        <div className="editor-row">
          <RecordedField
            disabled={disabled}
            label={t('dialogs:tagSet.speaker.title')}
            onRecord={(title) => {
              set({ ...speaker, title: title.trim() })
            }}
            problem={(title) => (title.trim() === '' ? t('dialogs:tagSet.speaker.noTitle') : null)}
            value={speaker.title}
          />
          <Check
            disabled={disabled}
            isOn={speaker.required}
            name={t('dialogs:tagSet.required')}
            onChange={(required) => {
              set({ ...speaker, required })
            }}
          />
        </div>
      )}
    </fieldset>
  )
}
