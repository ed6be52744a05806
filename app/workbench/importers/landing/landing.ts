import type { Remark } from '../../../../shared/exchange/remark.ts'
import { idSchema, newId } from '../../../../shared/model/id.ts'
import { speakerNamed, type Speaker } from '../../../../shared/model/speaker.ts'
import type { ForeignRelation, ForeignTagSet } from '../foreign.ts'
import { collectTagSet, type TagSetCollector } from './wanted-tag-set.ts'

/** What is known of an import while its documents land one by one. */
export type Landing = {
  readonly tagSet: TagSetCollector
  readonly now: string
  /** Whoever imports: the annotator of what has none. */
  readonly annotator: string
  /** Keeps an id of a source where it is a UUID of version 7 and free, and makes one where it is not. */
  readonly idFor: (given: string | null) => string
  /** Annotations that have landed, by the ids that their sources give them: relations of other documents lead to them. */
  readonly ends: Map<string, End>
  /** Relations whose far end has not landed yet. */
  readonly deferred: Deferred[]
  readonly describe: (tagSet: ForeignTagSet) => void
  /** Ids for the names of speakers, or for ids of speakers that the file describes; new speakers are registered. */
  readonly attributionOf: (names: readonly string[]) => readonly string[]
  /** Speakers that the project does not have yet. */
  readonly newSpeakers: () => readonly Speaker[]
}

/** What a relation may begin or end at: an annotation, or one that waits for review. */
export type End = { readonly id: string; readonly waits: boolean }

/** A relation with the ends that are in its own document; the others are looked for when everything has landed. */
type Deferred = {
  readonly relation: ForeignRelation
  readonly from: End | undefined
  readonly to: End | undefined
}

export type LandingStart = {
  readonly annotator: string
  readonly now: string
  readonly speakers: readonly Speaker[]
  /** Whether the project has something with this id. */
  readonly isTaken: (id: string) => boolean
}

const longestName = 200

export function startLanding({ annotator, now, speakers, isTaken }: LandingStart): Landing {
  const tagSet = collectTagSet()
  const ids = new Set<string>()
  const registered: Speaker[] = []
  const byName = new Map<string, string>()
  const speakerIds = new Map<string, string>(speakers.map(({ id }) => [id, id]))

  function idFor(given: string | null): string {
    if (given === null || !idSchema.safeParse(given).success) return newId()
    const id = ids.has(given) || isTaken(given) ? newId() : given
    ids.add(given).add(id)
    return id
  }

  function speakerId(name: string): string | null {
    const clipped = name.trim().slice(0, longestName).toWellFormed().trim()
    if (clipped === '') return null
    const known = speakerIds.get(name) ?? byName.get(clipped)
    if (known !== undefined) return known
    const speaker =
      speakerNamed([...speakers, ...registered], clipped) ??
      register({
        id: newId(),
        name: clipped,
        aliases: [],
        role: null,
        organisation: null,
        anonymous: false,
      })
    byName.set(clipped, speaker.id)
    return speaker.id
  }

  function register(speaker: Speaker): Speaker {
    registered.push(speaker)
    return speaker
  }

  return {
    tagSet,
    now,
    annotator,
    idFor,
    ends: new Map(),
    deferred: [],
    describe: (described) => {
      tagSet.describe(described)
      for (const speaker of described.speakers) {
        if (speakerIds.has(speaker.id)) continue
        const known = speakerNamed(speakers, speaker.name)
        const { id } = known ?? register({ ...speaker, id: idFor(speaker.id) })
        speakerIds.set(speaker.id, id)
      }
    },
    attributionOf: (names) => [...new Set(names.flatMap((name) => speakerId(name) ?? []))],
    newSpeakers: () => registered,
  }
}

/** Every character is whole: no half of a surrogate pair on its own, which no file could hold. */
export function areWellFormed(texts: readonly (string | null)[]): boolean {
  return texts.every((text) => text === null || text.isWellFormed())
}

export function remark(given: Partial<Remark> & Pick<Remark, 'thing' | 'code' | 'reason'>): Remark {
  return { place: null, id: null, expected: null, found: null, ...given }
}

/** A record under the names that files give, of which one has a meaning of its own for objects. */
export function recordOf<Value>(given: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name === '__proto__' ? '_proto_' : name, value]),
  )
}
