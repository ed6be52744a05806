import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { Decoding } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { Refusal } from '../../refusal.ts'
import type { TypeSystem } from './type-system.ts'

/** Other feature structures, by their ids. */
export type Reference = { readonly ids: readonly string[] }

/** What a feature holds. Numbers are finite; what is no number or too large for one is a string. */
export type FeatureValue = string | number | boolean | readonly string[] | Reference

export type FeatureStructure = {
  /** Unique in its CAS. */
  readonly id: string
  /** Full name. */
  readonly type: string
  readonly place: string
  readonly features: ReadonlyMap<string, FeatureValue>
}

/** A subject of analysis, with its view. */
export type Sofa = {
  readonly id: string
  /** Name of its view. */
  readonly name: string
  readonly place: string
  /** `null` where it has none: its data is elsewhere, in bytes, or missing. */
  readonly text: string | null
  readonly uri: string | null
}

/** What offsets count in. */
export type CasUnit = 'UTF-8' | 'UTF-16' | 'UTF-32'

/** A common analysis structure, however it was written. */
export type Cas = {
  readonly types: TypeSystem
  readonly sofas: readonly Sofa[]
  readonly structures: readonly FeatureStructure[]
  readonly byId: ReadonlyMap<string, FeatureStructure>
  /** Ids of what is in the index of a view. */
  readonly indexed: ReadonlySet<string>
  readonly unit: CasUnit
  readonly decoding: Decoding
  readonly refused: readonly Remark[]
  readonly changed: readonly Remark[]
}

/** Feature structures by id; a later one with an id that is taken gets another, and nothing leads to it. */
export function indexStructures(given: readonly FeatureStructure[]): {
  readonly structures: readonly FeatureStructure[]
  readonly byId: ReadonlyMap<string, FeatureStructure>
  readonly changed: readonly Remark[]
} {
  const byId = new Map<string, FeatureStructure>()
  const changed: Remark[] = []
  const structures = given.map((structure, index) => {
    const taken = byId.has(structure.id)
    const kept = taken ? { ...structure, id: `${structure.id}#${index}` } : structure
    byId.set(kept.id, kept)
    if (taken) {
      const { id, place } = structure
      const reason = t('remarks:uima.sameId')
      changed.push(remark({ thing: 'other', place, id, code: 'malformed', reason }))
    }
    return kept
  })
  return { structures, byId, changed }
}

export function isReference(value: FeatureValue | undefined): value is Reference {
  return typeof value === 'object' && 'ids' in value
}

/** What a reference leads to, with arrays and lists opened. */
export type Targets = {
  readonly structures: readonly FeatureStructure[]
  /** Elements of arrays and lists of strings and numbers. */
  readonly texts: readonly string[]
  /** Ids that nothing has. */
  readonly missing: readonly string[]
}

/** Most steps that following references takes in one file: arrays may be shared by all that there is. */
const mostSteps = 3_000_000

/** Follows references of a CAS through arrays and lists, each at most once, so that circles end. */
export function followReferences({ byId }: Pick<Cas, 'byId'>): (reference: Reference) => Targets {
  let steps = 0
  return (reference) => {
    const structures: FeatureStructure[] = []
    const texts: string[] = []
    const missing: string[] = []
    const opened = new Set<string>()
    const waiting = reference.ids.toReversed()
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      steps += 1
      if (steps > mostSteps) throw tooMany()
      // The id of the null reference.
      if (id === '0') continue
      const structure = byId.get(id)
      if (structure === undefined) missing.push(id)
      else if (!isCollection(structure.type)) structures.push(structure)
      else if (!opened.has(id)) {
        opened.add(id)
        const next: string[] = []
        for (const part of partsOf(structure)) {
          if (!isReference(part)) texts.push(String(part))
          else for (const partId of part.ids) next.push(partId)
          steps += 1
        }
        for (const partId of next.toReversed()) waiting.push(partId)
      }
    }
    return { structures, texts, missing }
  }
}

/** Elements of an array, or the first of a list and what follows it. */
function partsOf({
  features,
}: FeatureStructure): readonly Exclude<FeatureValue, readonly string[]>[] {
  return ['elements', 'head', 'tail'].flatMap((name) => features.get(name) ?? [])
}

/** Whether a type is an array or a list. */
function isCollection(type: string): boolean {
  return type.endsWith('[]') || /^uima\.cas\.\w+(?:Array|List)$/.test(type)
}

function tooMany(): Refusal {
  return new Refusal({
    code: 'hostile',
    reason: t('remarks:uima.overAndOver'),
  })
}
