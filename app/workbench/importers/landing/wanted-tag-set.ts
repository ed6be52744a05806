import type {
  AttributeKind,
  AttributeValue,
  AttributeValues,
} from '../../../../shared/model/attribute.ts'
import type { ForeignTagSet } from '../foreign.ts'

/** What annotations of an import say of one attribute. */
export type WantedAttribute = {
  readonly kind: AttributeKind
  /** What was chosen, in order of appearance; empty where the kind has none. */
  readonly options: readonly string[]
}

/** A label as an import uses it. */
type WantedLabel = {
  readonly annotations: number
  readonly attributes: ReadonlyMap<string, WantedAttribute>
}

/** Labels and relation types that an import needs, by the name that its files have for them. */
export type WantedTagSet = {
  readonly labels: ReadonlyMap<string, WantedLabel>
  /** Number of relations. */
  readonly relationTypes: ReadonlyMap<string, number>
  /** What the files themselves say of labels and relation types. */
  readonly described: Pick<ForeignTagSet, 'labels' | 'relationTypes'>
  /** The tag set of one whole Verbatim project, where the import is that and nothing else. */
  readonly projectName: string | null
}

export type TagSetCollector = {
  readonly describe: (tagSet: ForeignTagSet) => void
  readonly useLabel: (label: string, attributes: AttributeValues) => void
  readonly useRelationType: (type: string) => void
  readonly wanted: () => WantedTagSet
}

/** As many options as an attribute may have, and as long as one may be. */
const mostOptions = 100
const longestOption = 200

/** Gathers, annotation by annotation, what the tag set must have for an import. */
export function collectTagSet(): TagSetCollector {
  const labels = new Map<string, { annotations: number; values: Map<string, Gathered> }>()
  const relationTypes = new Map<string, number>()
  const described = {
    labels: new Map<string, ForeignTagSet['labels'][number]>(),
    relationTypes: new Map<string, ForeignTagSet['relationTypes'][number]>(),
  }
  const kinds = new Map<string, AttributeKind>()
  let projectNames: (string | null)[] = []

  return {
    describe: (tagSet) => {
      for (const label of tagSet.labels) described.labels.set(label.id ?? label.name, label)
      for (const type of tagSet.relationTypes)
        described.relationTypes.set(type.id ?? type.name, type)
      for (const [name, kind] of Object.entries(tagSet.attributeKinds)) kinds.set(name, kind)
      projectNames = [...projectNames, tagSet.projectName]
    },
    useLabel: (label, attributes) => {
      const known = labels.get(label) ?? { annotations: 0, values: new Map<string, Gathered>() }
      labels.set(label, known)
      known.annotations += 1
      for (const [name, value] of Object.entries(attributes)) {
        known.values.set(name, gather(known.values.get(name), value))
      }
    },
    useRelationType: (type) => {
      relationTypes.set(type, (relationTypes.get(type) ?? 0) + 1)
    },
    wanted: () => ({
      labels: new Map(
        [...labels].map(([name, { annotations, values }]) => [
          name,
          {
            annotations,
            attributes: new Map(
              [...values].map(([attribute, gathered]) => [
                attribute,
                wantedAttribute(gathered, kinds.get(attribute)),
              ]),
            ),
          },
        ]),
      ),
      relationTypes,
      described: {
        labels: [...described.labels.values()],
        relationTypes: [...described.relationTypes.values()],
      },
      projectName: new Set(projectNames).size === 1 ? (projectNames[0] ?? null) : null,
    }),
  }
}

type Gathered = { readonly types: ReadonlySet<string>; readonly options: ReadonlySet<string> }

function gather(before: Gathered | undefined, value: AttributeValue): Gathered {
  const type = typeof value
  const options = type === 'object' || type === 'string' ? [value].flat().map(String) : []
  if (before?.types.has(type) === true && options.every((option) => before.options.has(option))) {
    return before
  }
  const kept = new Set([...(before?.options ?? []), ...options].slice(0, mostOptions + 1))
  return { types: new Set([...(before?.types ?? []), type]), options: kept }
}

function wantedAttribute(
  { types, options }: Gathered,
  stated: AttributeKind | undefined,
): WantedAttribute {
  const kind = stated ?? kindOf(types)
  if (kind !== 'choice' && kind !== 'multipleChoice') return { kind, options: [] }
  const list = [...options]
  const fits =
    list.length > 0 &&
    list.length <= mostOptions &&
    list.every((option) => option.length > 0 && option.length <= longestOption)
  return fits ? { kind, options: list } : { kind: 'text', options: [] }
}

/** Words are free text unless the file says that they are choices. */
function kindOf(types: ReadonlySet<string>): AttributeKind {
  if (types.has('object')) return 'multipleChoice'
  if (types.size !== 1) return 'text'
  return types.has('boolean') ? 'yesNo' : types.has('number') ? 'number' : 'text'
}
