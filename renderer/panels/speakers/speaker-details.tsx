import { ChevronLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { speakerNamed, type Speaker } from '../../../shared/model/speaker.ts'
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
    return other === null ? null : t('panels:speakers.calledSoToo', { name: other.name })
  }

  return (
    <div aria-label={t('panels:speakers.one', { name })} className="speaker-details" role="group">
      <Button
        className="button button-quiet speaker-back"
        onPress={() => {
          session.store.setState({ speakerShown: null })
        }}
        ref={back}
      >
        <ChevronLeft aria-hidden="true" size={15} strokeWidth={1.75} /> {t('panels:speakers.all')}
      </Button>
      <RecordedField
        disabled={readOnly}
        label={t('panels:speakers.name')}
        onRecord={(typed) => {
          changeSpeaker(session, id, t('panels:speakers.rename', { name }), { name: typed.trim() })
        }}
        problem={(typed) =>
          typed.trim() === ''
            ? t('panels:speakers.noName')
            : typed.trim().length > 200
              ? t('panels:speakers.longName')
              : null
        }
        remark={remarkOn}
        value={name}
      />
      <SpeakerAliases disabled={readOnly} remarkOn={remarkOn} speaker={speaker} />
      <RecordedField
        disabled={readOnly}
        label={t('panels:speakers.role')}
        onRecord={(typed) => {
          changeSpeaker(session, id, t('panels:speakers.changeRole', { name }), {
            role: typed.trim() || null,
          })
        }}
        value={speaker.role ?? ''}
      />
      <RecordedField
        disabled={readOnly}
        label={t('panels:speakers.organisation')}
        onRecord={(typed) => {
          const organisation = typed.trim() || null
          changeSpeaker(session, id, t('panels:speakers.changeOrganisation', { name }), {
            organisation,
          })
        }}
        value={speaker.organisation ?? ''}
      />
      <Check
        disabled={readOnly}
        isOn={speaker.anonymous}
        name={t('panels:speakers.isAnonymous')}
        onChange={(anonymous) => {
          changeSpeaker(session, id, t('panels:speakers.changeAnonymous', { name }), { anonymous })
        }}
      />
      <p className="speaker-uses">{t('panels:speakers.uses', { count: uses })}</p>
      <SpeakerActions inDetails onDone={() => {}} speakers={[speaker]} uses={uses} />
    </div>
  )
}
