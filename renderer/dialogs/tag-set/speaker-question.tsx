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
    changeLabel(session, label.id, `Change speaker field of ${label.name}`, { speaker: next })
  }

  return (
    <fieldset className="editor-part">
      <legend>Speaker</legend>
      <Check
        disabled={disabled}
        isOn={speaker !== null}
        name="Ask who says it"
        onChange={(asked) => {
          set(asked ? { title: 'Speaker', required: false } : null)
        }}
      />
      {speaker === null ? null : (
        <div className="editor-row">
          <RecordedField
            disabled={disabled}
            label="Title of the field"
            onRecord={(title) => {
              set({ ...speaker, title: title.trim() })
            }}
            problem={(title) => (title.trim() === '' ? 'The field needs a title.' : null)}
            value={speaker.title}
          />
          <Check
            disabled={disabled}
            isOn={speaker.required}
            name="Required"
            onChange={(required) => {
              set({ ...speaker, required })
            }}
          />
        </div>
      )}
    </fieldset>
  )
}
