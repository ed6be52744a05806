import { Combine, ListFilter, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { deleteSpeakers, mergeSpeakers, showAnnotationsOf } from '../../commands/speakers.ts'
import { useAim } from '../../store/use-aim.ts'
import { useSession, useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { MergeForm } from './merge-form.tsx'

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What can be done with one speaker or several at once. */
export function SpeakerActions({
  speakers,
  uses,
  onDone,
  inDetails = false,
}: {
  readonly speakers: readonly Speaker[]
  /** Annotations that name them, one that names two counted twice. */
  readonly uses: number
  /** They are gone. */
  readonly onDone: () => void
  /** Their details are open already. */
  readonly inDetails?: boolean
}) {
  const session = useSession()
  const readOnly = useWorkbenchAfterPaint(({ project }) => project?.readOnly !== null)
  const [asking, setAsking] = useState<'merge' | 'delete' | null>(null)
  useAim(inDetails ? 'mergeSpeaker' : null, () => {
    setAsking('merge')
  })
  useAim(inDetails ? 'deleteSpeaker' : null, () => {
    setAsking('delete')
  })
  const [first] = speakers
  const count = speakers.length
  const several = count > 1
  const ids = speakers.map(({ id }) => id)
  if (first === undefined) return null
  return (
    <div aria-label={t('panels:speakers.chosen')} className="speaker-actions" role="group">
      <div className="speaker-buttons">
        {several || inDetails ? null : (
          <Button
            className="button button-quiet"
            onPress={() => {
              session.store.setState({ speakerShown: first.id })
            }}
          >
            <Pencil {...icon} /> {t('panels:speakers.details')}
          </Button>
        )}
        {several ? null : (
          <Button
            className="button button-quiet"
            onPress={() => {
              showAnnotationsOf(session, first)
            }}
          >
            <ListFilter {...icon} /> {t('panels:speakers.showAnnotations')}
          </Button>
        )}
        <Button
          className="button button-quiet"
          isDisabled={readOnly}
          onPress={() => {
            setAsking('merge')
          }}
        >
          <Combine {...icon} />{' '}
          {several
            ? t('panels:speakers.askMergeSeveral', { count })
            : t('panels:speakers.askMerge')}
        </Button>
        <Button
          className="button button-quiet button-danger"
          isDisabled={readOnly}
          onPress={() => {
            setAsking('delete')
          }}
        >
          <Trash2 {...icon} />{' '}
          {several
            ? t('panels:speakers.askDeleteSeveral', { count })
            : t('panels:speakers.askDelete')}
        </Button>
      </div>
      {asking === 'merge' ? (
        <MergeForm
          onCancel={() => {
            setAsking(null)
          }}
          onMerge={(into) => {
            void mergeSpeakers(
              session,
              ids.filter((id) => id !== into.id),
              into,
            )
            onDone()
          }}
          speakers={speakers}
        />
      ) : null}
      {asking === 'delete' ? (
        <div aria-label={t('common:delete')} className="speaker-question" role="group">
          <p>
            {uses === 0
              ? t('panels:speakers.unused')
              : t('panels:speakers.lostUses', { count: uses })}
          </p>
          <div className="speaker-buttons">
            <Button
              // eslint-disable-next-line jsx-a11y/no-autofocus -- the question was asked for by its button
              autoFocus
              className="button button-danger"
              onPress={() => {
                void deleteSpeakers(session, ids)
                onDone()
              }}
            >
              {several
                ? t('panels:speakers.deleteSeveral', { count })
                : t('panels:speakers.delete', { name: first.name })}
            </Button>
            <Button
              className="button button-quiet"
              onPress={() => {
                setAsking(null)
              }}
            >
              {t('common:cancel')}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
