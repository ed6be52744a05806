import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { foldForSearch } from '../../../shared/text/folding.ts'

/** Somebody who may be meant by what is typed. `id` is the list's own; those that are new to the registry have no speaker. */
export type SpeakerSuggestion = {
  readonly id: string
  readonly speakerId: string | null
  readonly name: string
  /** What tells people of like names apart; `null` for nothing. */
  readonly detail: string | null
  /** Neither the registry nor the text has such a name: it is what is typed. */
  readonly isNew: boolean
}

/** Most that are offered of each kind. */
const longest = 8

/**
 * Who may be meant: speakers whose name or alias holds what is typed, whoever was named last first; then names of the text
 * that the registry lacks, those first that have a word beginning with what is typed; then what is typed itself, as a new
 * name. Nobody of the chain is offered again.
 */
export function speakerSuggestions(
  typed: string,
  given: {
    readonly speakers: readonly Speaker[]
    /** Ids in the order in which they were named, the latest first. */
    readonly recent: readonly string[]
    /** All names of the text, the nearest first. */
    readonly near: readonly string[]
    readonly chain: readonly string[]
  },
): readonly SpeakerSuggestion[] {
  const wanted = foldForSearch(typed)
  const rank = new Map(given.recent.map((id, place) => [id, place]))
  const known = given.speakers
    .filter(({ id }) => !given.chain.includes(id))
    .flatMap((speaker) => suggestion(speaker, wanted) ?? [])
    .toSorted((one, other) => rankOf(rank, one.id) - rankOf(rank, other.id))
    .slice(0, longest)
  const names = new Set(
    given.speakers.flatMap(({ name, aliases }) => [name, ...aliases].map(foldForSearch)),
  )
  const near = given.near
    .filter((name) => !names.has(foldForSearch(name)) && foldForSearch(name).includes(wanted))
    .toSorted((one, other) => Number(wordBegins(other, wanted)) - Number(wordBegins(one, wanted)))
    .slice(0, longest)
    .map((name) => fresh(name, t('panels:attribution.inText'), false))
  const isNew =
    wanted !== '' && !names.has(wanted) && near.every(({ name }) => foldForSearch(name) !== wanted)
  return [
    ...known,
    ...near,
    ...(isNew ? [fresh(typed.trim(), t('panels:attribution.newSpeaker'), true)] : []),
  ]
}

/** Ids of speakers in some annotations, whoever was named last first. */
export function recentSpeakers(annotations: readonly Annotation[]): readonly string[] {
  const latest = annotations
    .filter(({ attribution }) => attribution.length > 0)
    .toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
  return [...new Set(latest.flatMap(({ attribution }) => attribution))]
}

function suggestion(speaker: Speaker, wanted: string): SpeakerSuggestion | null {
  const { id, name, aliases, role, organisation } = speaker
  const byName = foldForSearch(name).includes(wanted)
  const alias = aliases.find((one) => foldForSearch(one).includes(wanted))
  if (!byName && alias === undefined) return null
  const details = [
    byName || alias === undefined ? null : t('common:quoted', { text: alias }),
    role,
    organisation,
  ].filter((one) => one !== null)
  const detail = details.length === 0 ? null : details.join(t('common:comma'))
  return { id, speakerId: id, name, detail, isNew: false }
}

function wordBegins(name: string, wanted: string): boolean {
  return ` ${foldForSearch(name)}`.includes(` ${wanted}`)
}

function fresh(name: string, detail: string, isNew: boolean): SpeakerSuggestion {
  return { id: `name ${name}`, speakerId: null, name, detail, isNew }
}

function rankOf(rank: ReadonlyMap<string, number>, id: string): number {
  return rank.get(id) ?? rank.size
}
