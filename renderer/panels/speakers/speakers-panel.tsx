import { useWorkbench } from '../../store/use-session.ts'
import { SpeakerDetails } from './speaker-details.tsx'
import { SpeakerList } from './speaker-list.tsx'
import { useUsage } from './use-usage.ts'

import './speakers-panel.css'

/** The registry of speakers: all of them, or everything about one. */
export function SpeakersPanel() {
  const usage = useUsage()
  const shown = useWorkbench(({ speakerShown, project }) =>
    project?.speakers.find(({ id }) => id === speakerShown),
  )
  return shown === undefined ? (
    <SpeakerList uses={usage.speakers} />
  ) : (
    <SpeakerDetails key={shown.id} speaker={shown} uses={usage.speakers[shown.id] ?? 0} />
  )
}
