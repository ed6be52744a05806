import type { Attribute } from '../../../../shared/model/attribute.ts'
import type { Change } from '../../../../shared/model/change.ts'
import { nextColor } from '../../../../shared/model/label-colors.ts'
import { labelSchema, type Label } from '../../../../shared/model/label.ts'
import { relationTypeSchema, type RelationType } from '../../../../shared/model/relation-type.ts'
import { adoptTagSet, type TagSet } from '../../../../shared/model/tag-set.ts'
import { wordIdFor } from '../../../../shared/model/word-id.ts'
import type { WantedAttribute, WantedTagSet } from './wanted-tag-set.ts'

/** Ids of the project for the names that files have. */
export type ResolvedTagSet = {
  /** What the tag set lacks; nothing of it is altered but labels that get attributes. */
  readonly changes: readonly Change[]
  readonly label: (name: string) => string
  readonly attribute: (label: string, name: string) => string
  readonly relationType: (name: string) => string
}

export type Resolution = {
  /** Label ids by the name that files have; what is not in it is matched by id and by name. */
  readonly map: Readonly<Record<string, string>>
  /** A project that nothing was done to yet takes a Verbatim tag set over whole, in place of the usual one. */
  readonly untouched: boolean
}

/** Finds or makes a label, attribute or relation type for everything that an import names. */
export function resolveTagSet(
  present: TagSet,
  wanted: WantedTagSet,
  { map, untouched }: Resolution,
): ResolvedTagSet {
  const whole = wholeTagSet(wanted)
  const taken = untouched && whole !== null ? whole : present
  const labels = [...taken.labels]
  const relationTypes = [...taken.relationTypes]
  const labelIds = new Map<string, string>()
  const attributeIds = new Map<string, Map<string, string>>()

  for (const [name, { attributes }] of described(wanted)) {
    const target = own(map, name) ?? name
    const known = matching(labels, target)
    const label = known ?? newLabel(target, wanted, labels)
    const ids = new Map<string, string>()
    const extended = withAttributes(label, attributes, ids)
    if (known === undefined) labels.push(extended)
    else labels[labels.indexOf(known)] = extended
    labelIds.set(name, label.id)
    attributeIds.set(name, ids)
  }
  const typeIds = new Map<string, string>()
  const typeNames = new Set([
    ...wanted.described.relationTypes.map(({ id, name }) => id ?? name),
    ...wanted.relationTypes.keys(),
  ])
  for (const name of typeNames) {
    const known = matching(relationTypes, name)
    const type = known ?? newRelationType(name, wanted, relationTypes, labelIds)
    if (known === undefined) relationTypes.push(type)
    typeIds.set(name, type.id)
  }
  const after = { labels, relationTypes }
  return {
    changes: [...removals(present, after), ...differences(present, after)],
    label: (name) => labelIds.get(name) ?? name,
    attribute: (label, name) => attributeIds.get(label)?.get(name) ?? name,
    relationType: (name) => typeIds.get(name) ?? name,
  }
}

/** The id of the label that a name of a file stands for by itself; `null` where a new one is added for it. */
export function mappingOf({ labels }: TagSet, name: string): string | null {
  return matching(labels, name)?.id ?? null
}

/** Labels that files describe, whether they are used or not, and those that are used without being described. */
function described(wanted: WantedTagSet): WantedTagSet['labels'] {
  const unused = { annotations: 0, attributes: new Map<string, WantedAttribute>() }
  return new Map([
    ...wanted.described.labels.map(({ id, name }) => [id ?? name, unused] as const),
    ...wanted.labels,
  ])
}

/** The tag set of a Verbatim dataset, which is described in full. */
function wholeTagSet({
  described: { labels, relationTypes },
  projectName,
}: WantedTagSet): TagSet | null {
  if (projectName === null) return null
  const parsed = labels.map((label, position) => labelSchema.safeParse({ ...label, position }))
  const types = relationTypes.map((type, position) =>
    relationTypeSchema.safeParse({ ...type, position }),
  )
  if (parsed.length === 0 || ![...parsed, ...types].every(({ success }) => success)) return null
  return {
    labels: parsed.flatMap(({ data }) => data ?? []),
    relationTypes: types.flatMap(({ data }) => data ?? []),
  }
}

function matching<Thing extends { readonly id: string; readonly name: string }>(
  things: readonly Thing[],
  wanted: string,
): Thing | undefined {
  const name = wanted.normalize('NFC').toLowerCase()
  return (
    things.find(({ id }) => id === wanted) ??
    things.find((thing) => thing.name.normalize('NFC').toLowerCase() === name)
  )
}

const idPattern = labelSchema.unwrap().shape.id

/** The name itself where it can be an id, so that it goes out again as it came in. */
function idFor(name: string, taken: ReadonlySet<string>, fallback: string): string {
  return idPattern.safeParse(name).success && !taken.has(name)
    ? name
    : wordIdFor(name, taken, fallback)
}

function newLabel(name: string, wanted: WantedTagSet, labels: readonly Label[]): Label {
  const given = wanted.described.labels.find((label) => (label.id ?? label.name) === name)
  const plain: Label = {
    id: idFor(name, new Set(labels.map(({ id }) => id)), 'label'),
    name: clipped(given?.name ?? name),
    color: nextColor(labels),
    key: freeKey(labels),
    description: '',
    guideline: '',
    attributes: [],
    speaker: { title: 'Speaker', required: false },
    archived: false,
    position: labels.length,
  }
  const key = given?.key ?? null
  const keyIsTaken = labels.some((label) => label.key === key)
  const parsed = labelSchema.safeParse({
    ...plain,
    ...given,
    ...(key === null || !keyIsTaken ? {} : { key: plain.key }),
    id: plain.id,
    name: plain.name,
    position: plain.position,
  })
  return parsed.success ? parsed.data : plain
}

function freeKey(labels: readonly Label[]): string | null {
  return Array.from('123456789').find((key) => labels.every((label) => label.key !== key)) ?? null
}

function newRelationType(
  name: string,
  wanted: WantedTagSet,
  types: readonly RelationType[],
  labelIds: ReadonlyMap<string, string>,
): RelationType {
  const given = wanted.described.relationTypes.find((type) => (type.id ?? type.name) === name)
  const ids = (labels: readonly string[] | undefined) =>
    (labels ?? []).map((label) => labelIds.get(label) ?? label)
  const taken = new Set(types.map(({ id }) => id))
  return {
    id:
      name.length > 0 && name.length <= 100 && !taken.has(name)
        ? name
        : wordIdFor(name, taken, 'relation'),
    name: clipped(given?.name ?? name),
    description: given?.description ?? '',
    from: ids(given?.from),
    to: ids(given?.to),
    position: types.length,
  }
}

function withAttributes(
  label: Label,
  wanted: ReadonlyMap<string, WantedAttribute>,
  ids: Map<string, string>,
): Label {
  const attributes = [...label.attributes]
  for (const [name, { kind, options }] of wanted) {
    const known = matching(attributes, name)
    const id = known?.id ?? idFor(name, new Set(attributes.map((one) => one.id)), 'attribute')
    ids.set(name, id)
    if (known !== undefined) continue
    const plain = { id, name: clipped(name), required: false }
    const attribute: Attribute =
      kind === 'choice' || kind === 'multipleChoice'
        ? { ...plain, kind, options }
        : { ...plain, kind }
    attributes.push(attribute)
  }
  return attributes.length === label.attributes.length ? label : { ...label, attributes }
}

/** Names are at most a hundred code units long, and never empty. */
function clipped(name: string): string {
  return name.slice(0, 100).toWellFormed() || 'Unnamed'
}

/** What the usual tag set has and the one that takes its place has not, even after it was given what annotations use. */
function removals(present: TagSet, after: TagSet): readonly Change[] {
  const has = (things: readonly { readonly id: string }[], id: string) =>
    things.some((thing) => thing.id === id)
  return [
    ...present.labels
      .filter(({ id }) => !has(after.labels, id))
      .map((before): Change => ({ entity: 'label', before, after: null })),
    ...present.relationTypes
      .filter(({ id }) => !has(after.relationTypes, id))
      .map((before): Change => ({ entity: 'relationType', before, after: null })),
  ]
}

function differences(present: TagSet, after: TagSet): readonly Change[] {
  return adoptTagSet(
    {
      labels: present.labels.filter(({ id }) => after.labels.some((label) => label.id === id)),
      relationTypes: present.relationTypes.filter(({ id }) =>
        after.relationTypes.some((type) => type.id === id),
      ),
    },
    after,
  )
}

/** Names come from files, so `constructor` is one like any other. */
function own(map: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined
}
