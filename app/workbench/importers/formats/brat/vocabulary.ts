import type {
  Attribute,
  AttributeKind,
  AttributeValue,
} from '../../../../../shared/model/attribute.ts'
import { bratTypesOf, type BratTypes } from '../../../exporters/formats/brat/types.ts'
import type { ForeignTagSet } from '../../foreign.ts'
import type { ConfigurationNode } from './configuration-lines.ts'
import type { Configuration } from './configuration.ts'

/** What the words of `.ann` files stand for. */
export type Vocabulary = {
  readonly label: (type: string) => string
  readonly relationType: (type: string) => string
  /** An attribute of an annotation with this type, and its value; `word` is `null` for attributes without values. */
  readonly attribute: (
    labelType: string,
    type: string,
    word: string | null,
  ) => readonly [name: string, value: AttributeValue]
  /** The roles of a relation type in their order, where the configuration names them. */
  readonly rolesOf: (type: string) => readonly string[]
  /** The role of an event’s argument without the number that tells several apart: `Theme2` is `Theme`. */
  readonly roleOf: (eventType: string, role: string) => string
}

/** Words mean themselves, but for those that Verbatim had to spell for brat. */
export function vocabularyOf(configuration: Configuration | null): Vocabulary {
  const types = typesOf(configuration)
  const section = (name: string) => configuration?.annotation.section(name) ?? []
  const labels = inverted(types?.labels)
  const relationTypes = inverted(types?.relationTypes)
  const byType = Map.groupBy(types?.attributes ?? [], ({ type }) => type)
  const roles = new Map(
    section('relations').map(({ terms: [type], args }) => [type, args.map(({ key }) => key)]),
  )
  const declared = new Set(
    section('events').flatMap(({ terms: [type], args }) => args.map(({ key }) => `${type} ${key}`)),
  )
  return {
    label: (type) => labels.get(type) ?? type,
    relationType: (type) => relationTypes.get(type) ?? type,
    attribute: (labelType, type, word) => {
      const label = labels.get(labelType) ?? labelType
      const known = byType.get(type)?.find((each) => each.labels.includes(label))
      const value = known?.values.find((each) => each.word === word)?.value
      return known === undefined || value === undefined ? [type, word ?? true] : [known.id, value]
    },
    rolesOf: (type) => roles.get(type) ?? [],
    roleOf: (eventType, role) =>
      declared.has(`${eventType} ${role}`) ? role : role.replace(/(?<=.)[0-9]+$/, '') || role,
  }
}

function typesOf(configuration: Configuration | null): BratTypes | null {
  const held = configuration?.held ?? null
  return held === null ? null : bratTypesOf(held)
}

function inverted(map: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  return new Map([...(map ?? [])].map(([id, type]) => [type, id]))
}

/** Labels, relation types and attributes as `annotation.conf` has them, with names and colours of `visual.conf`. */
export function tagSetOf(configuration: Configuration): ForeignTagSet {
  const { annotation, visual, held } = configuration
  const types = typesOf(configuration)
  const known = new Set([
    ...(types?.labels.values() ?? []),
    ...(types?.relationTypes.values() ?? []),
  ])
  const isNew = ({ terms: [type], unused }: ConfigurationNode) =>
    !unused && !known.has(type) && !type.startsWith('<') && type !== 'ENTITY-NESTING'
  const [entities, events] = [annotation.section('entities'), annotation.section('events')]
  const names = new Map(
    visual.section('labels').map(({ terms: [type, name] }) => [type, name ?? type]),
  )
  const colors = new Map(visual.section('drawing').flatMap((node) => colorOf(node)))
  const targets = targetsOf(entities, events)
  const attributes = annotation.section('attributes')

  const newLabels = unique([...entities, ...events].filter(isNew).map(({ terms: [type] }) => type))
  const labels = newLabels.map((type) => ({
    id: type,
    name: nameOf(names.get(type), type),
    ...(colors.has(type) ? { color: colors.get(type) ?? '' } : {}),
    attributes: attributes.flatMap((node) =>
      node.args.some(({ key, types: given }) => key === 'Arg' && leadsTo(targets(given), type))
        ? attributeOf(node, names)
        : [],
    ),
  }))
  return {
    labels: [...(held?.labels ?? []), ...labels],
    relationTypes: [
      ...(held?.relationTypes ?? []),
      ...relationTypesOf(annotation.section('relations').filter(isNew), events, targets).map(
        (type) => ({ ...type, name: nameOf(names.get(type.id), type.id) }),
      ),
    ],
    speakers: held?.speakers ?? [],
    projectName: held?.projectName ?? null,
    attributeKinds: Object.fromEntries([
      ...attributes.map((node) => [node.terms[0], kindOf(node)] as const),
      ...(held?.labels ?? []).flatMap((label) =>
        label.attributes.map(({ id, kind }) => [id, kind] as const),
      ),
    ]),
  }
}

type Targets = (types: readonly string[]) => readonly string[]

/** Types with those that macros stand for. An empty list is any. */
function targetsOf(
  entities: readonly ConfigurationNode[],
  events: readonly ConfigurationNode[],
): Targets {
  const usable = (nodes: readonly ConfigurationNode[]) =>
    nodes.filter(({ unused }) => !unused).map(({ terms: [type] }) => type)
  return (types) =>
    types.includes('<ANY>')
      ? []
      : unique(
          types.flatMap((type) =>
            type === '<ENTITY>' ? usable(entities) : type === '<EVENT>' ? usable(events) : [type],
          ),
        ).filter((type) => !type.startsWith('<'))
}

function leadsTo(targets: readonly string[], type: string): boolean {
  return targets.length === 0 || targets.includes(type)
}

type Ends = {
  readonly id: string
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** Relations and the roles of events: both lead from one annotation to another. What is there twice is one. */
function relationTypesOf(
  relations: readonly ConfigurationNode[],
  events: readonly ConfigurationNode[],
  targets: Targets,
): readonly Ends[] {
  const all = [
    ...relations.map(({ terms: [id], args }): Ends => {
      const [from, to] = args.filter(({ key }) => !key.startsWith('<'))
      return { id, from: targets(from?.types ?? ['<ANY>']), to: targets(to?.types ?? ['<ANY>']) }
    }),
    ...events.flatMap(({ terms: [event], args }) =>
      args
        .filter(({ key }) => !key.startsWith('<'))
        .map(({ key, types }): Ends => ({ id: key, from: [event], to: targets(types) })),
    ),
  ]
  return [...Map.groupBy(all, ({ id }) => id)].map(([id, same]) => ({
    id,
    from: union(same.map(({ from }) => from)),
    to: union(same.map(({ to }) => to)),
  }))
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.some((list) => list.length === 0) ? [] : unique(lists.flat())
}

function kindOf({ args }: ConfigurationNode): AttributeKind {
  return args.some(({ key }) => key === 'Value') ? 'choice' : 'yesNo'
}

/** None where its name or values cannot stand in a tag set as they are: those that are used get theirs all the same. */
function attributeOf(
  node: ConfigurationNode,
  names: ReadonlyMap<string, string>,
): readonly Attribute[] {
  const [id] = node.terms
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id)) return []
  const common = { id, name: nameOf(names.get(id), id), required: false }
  if (kindOf(node) === 'yesNo') return [{ ...common, kind: 'yesNo' }]
  const options = unique(node.args.flatMap(({ key, types }) => (key === 'Value' ? types : [])))
  const fits =
    options.length > 0 && options.length <= 100 && options.every((each) => each.length <= 200)
  return fits ? [{ ...common, kind: 'choice', options }] : []
}

/** Colours in hexadecimal digits. */
function colorOf({
  terms: [type],
  args,
}: ConfigurationNode): readonly (readonly [string, string])[] {
  const color = args.find(({ key }) => key === 'bgColor')?.types[0]?.toLowerCase() ?? ''
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(color)
  if (short !== null)
    return [
      [
        type,
        `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`,
      ],
    ]
  return /^#[0-9a-f]{6}$/.test(color) ? [[type, color]] : []
}

function nameOf(name: string | undefined, type: string): string {
  return (name ?? type).slice(0, 100).toWellFormed() || type
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}
