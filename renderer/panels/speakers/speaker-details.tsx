import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'

import { speakerNamed, type Speaker } from '../../../shared/model/speaker.ts'
import { countOf } from '../../commands/amounts.ts'
import { changeSpeaker } from '../../commands/speakers.ts'
import { Check } from '../../controls/check.tsx'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { RecordedField } from '../recorded-field.tsx'
import { SpeakerActions } from './speaker-actions.tsx'
import { SpeakerAliases } from './speaker-aliases.tsx'

/** Everything that the registry says of one speaker. */
export function SpeakerDetails({
  speaker,
  uses,
}: {
  readonly speaker: Speaker
  /** Annotations that name the speaker. */
  readonly uses: number
}) {
  const session = useSession()
  const back = useRef<HTMLButtonElement>(null)
  const speakers = useWorkbenchAfterPaint(({ project }) => project?.speakers ?? [])
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const { id, name } = speaker
  const others = speakers.filter((one) => one.id !== id)

  // The list that had the keyboard is gone.
  useEffect(() => {
    if (document.activeElement === document.body) back.current?.focus()
  }, [])

  function remarkOn(typed: string): string | null {
    const other = speakerNamed(others, typed)
    return other === null ? null : `${other.name} is called so too.`
  }

  return (
    <div aria-label={`Speaker ${name}`} className="speaker-details" role="group">
      <Button
        className="button button-quiet speaker-back"
        onPress={() => {
          session.store.setState({ speakerShown: null })
        }}
        ref={back}
      >
        <ChevronLeft aria-hidden="true" size={15} strokeWidth={1.75} /> All speakers
      </Button>
      <RecordedField
        disabled={readOnly}
        label="Name"
        onRecord={(typed) => {
          changeSpeaker(session, id, `Rename speaker ${name}`, { name: typed.trim() })
        }}
        problem={(typed) =>
          typed.trim() === ''
            ? 'A speaker needs a name.'
            : typed.trim().length > 200
              ? 'A name has at most 200 letters.'
              : null
        }
        remark={remarkOn}
        value={name}
      />
      <SpeakerAliases disabled={readOnly} remarkOn={remarkOn} speaker={speaker} />
      <RecordedField
        disabled={readOnly}
        label="Role"
        onRecord={(typed) => {
          changeSpeaker(session, id, `Change role of ${name}`, { role: typed.trim() || null })
        }}
        value={speaker.role ?? ''}
      />
      <RecordedField
        disabled={readOnly}
        label="Organisation"
        onRecord={(typed) => {
          const organisation = typed.trim() || null
          changeSpeaker(session, id, `Change organisation of ${name}`, { organisation })
        }}
        value={speaker.organisation ?? ''}
      />
      <Check
        disabled={readOnly}
        isOn={speaker.anonymous}
        name="Anonymous: articles keep the name back"
        onChange={(anonymous) => {
          changeSpeaker(session, id, `Change whether ${name} is anonymous`, { anonymous })
        }}
      />
      <p className="speaker-uses">Named in {countOf(uses, 'annotation')}.</p>
      <SpeakerActions inDetails onDone={() => {}} speakers={[speaker]} uses={uses} />
    </div>
  )
}
