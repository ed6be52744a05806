import type { Attribute, AttributeKind } from '../../../../../shared/model/attribute.ts'
import type { ForeignTagSet } from '../../foreign.ts'
import type { ConfigurationNode } from './configuration-lines.ts'
import type { Configuration } from './configuration.ts'

/** Labels, relation types and attributes as `annotation.conf` has them, with names and colours of `visual.conf`. */
export function tagSetOf(configuration: Configuration): ForeignTagSet {
  const { annotation, visual, held, types } = configuration
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
      node.args.some(
        ({ key, types: given }) => key === 'Arg' && (targets(given)?.includes(type) ?? true),
      )
        ? attributeOf(node, names)
        : [],
    ),
  }))
  const ends = relationTypesOf(
    annotation.section('relations').filter(isNew),
    events.filter(({ unused }) => !unused),
    targets,
  )
  return {
    labels: [...(held?.labels ?? []), ...labels],
    relationTypes: [
      ...(held?.relationTypes ?? []),
      ...ends.map((type) => ({ ...type, name: nameOf(names.get(type.id), type.id) })),
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

type Targets = (types: readonly string[]) => readonly string[] | null

/** Types, those that macros stand for among them; `null` for any. */
function targetsOf(
  entities: readonly ConfigurationNode[],
  events: readonly ConfigurationNode[],
): Targets {
  const usable = (nodes: readonly ConfigurationNode[]) =>
    nodes.filter(({ unused }) => !unused).map(({ terms: [type] }) => type)
  return (types) => {
    if (types.includes('<ANY>')) return null
    const expanded = types.flatMap((type) =>
      type === '<ENTITY>' ? usable(entities) : type === '<EVENT>' ? usable(events) : [type],
    )
    return unique(expanded).filter((type) => !type.startsWith('<'))
  }
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
      return {
        id,
        from: targets(from?.types ?? ['<ANY>']) ?? [],
        to: targets(to?.types ?? ['<ANY>']) ?? [],
      }
    }),
    ...events.flatMap(({ terms: [event], args }) =>
      args
        .filter(({ key }) => !key.startsWith('<'))
        .map(({ key, types }): Ends => ({ id: key, from: [event], to: targets(types) ?? [] })),
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
