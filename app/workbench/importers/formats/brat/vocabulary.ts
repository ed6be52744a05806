import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
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
  const types = configuration?.types ?? null
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

function inverted(map: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  return new Map([...(map ?? [])].map(([id, type]) => [type, id]))
}
