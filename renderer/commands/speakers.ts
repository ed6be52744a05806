import { t } from '../../shared/language/translate.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { plainListView } from '../store/list-view.ts'
import type { Session } from '../store/session.ts'
import { newSpeaker } from './attributing.ts'
import { showSidePanel } from './panels.ts'

/** Shows a speaker's details in the Speakers panel. */
export function showSpeaker(session: Session, id: string): void {
  session.store.setState({ speakerShown: id })
  showSidePanel(session, 'speakers')
}

/** Adds a speaker to the registry and shows the details that may follow. */
export function addSpeaker(session: Session, name: string): boolean {
  const speaker = newSpeaker(name.trim())
  const summary = t('commands:speakers.add', { name: speaker.name })
  if (!session.record(summary, [{ entity: 'speaker', before: null, after: speaker }])) return false
  session.store.setState({ speakerShown: speaker.id })
  session.announce(t('commands:speakers.added', { name: speaker.name }))
  return true
}

/** Changes what the registry says of a speaker; annotations hold its id and follow. */
export function changeSpeaker(
  session: Session,
  id: string,
  summary: string,
  change: Partial<Omit<Speaker, 'id'>>,
): void {
  const before = session.store.getState().project?.speakers.find((one) => one.id === id)
  if (before === undefined) return
  const after = { ...before, ...change }
  if (JSON.stringify(after) === JSON.stringify(before)) return
  session.record(summary, [{ entity: 'speaker', before, after }])
}

/** Lists the annotations of the open document that name a speaker, and no others. */
export function showAnnotationsOf(session: Session, { id, name }: Speaker): void {
  session.store.setState({ listView: { ...plainListView, speaker: id }, chosenIds: [] })
  session.announce(t('commands:speakers.listed', { name }))
}

/** Puts `into` in the place of some speakers everywhere; their names become its aliases. */
export async function mergeSpeakers(
  session: Session,
  ids: readonly string[],
  into: Speaker,
): Promise<void> {
  const done = await session.act((act) =>
    session.ask('speakers.replace', { ...act, speakers: [...ids], by: into.id }),
  )
  if (!done) return
  session.store.setState({ speakerShown: null })
  session.announce(t('commands:speakers.merged', { count: ids.length, name: into.name }))
}

/** Takes speakers out of the registry and of every annotation. */
export async function deleteSpeakers(session: Session, ids: readonly string[]): Promise<void> {
  const done = await session.act((act) =>
    session.ask('speakers.replace', { ...act, speakers: [...ids], by: null }),
  )
  if (!done) return
  session.store.setState({ speakerShown: null })
  session.announce(t('commands:speakers.deleted', { count: ids.length }))
}
