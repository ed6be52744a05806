/** A feature of a type, as a type system describes it. */
export type Feature = {
  readonly name: string
  /** Full name of a type; `X[]` for an array of X. */
  readonly range: string
  /** Whether an array or list is a feature structure of its own that is referred to, and not written in place. */
  readonly shared: boolean
}

export type Type = {
  readonly name: string
  readonly supertype: string
  readonly features: readonly Feature[]
}

/** What a feature can hold. */
type Range = 'string' | 'number' | 'boolean' | 'list' | 'reference' | 'references'

export type TypeSystem = {
  /** Whether anything but UIMA's own types is described. */
  readonly isGiven: boolean
  readonly has: (type: string) => boolean
  /** Whether a type is another one or inherits from it. */
  readonly isA: (type: string, ancestor: string) => boolean
  /** A feature of a type, its own or an inherited one; `null` where the type has none of this name. */
  readonly feature: (type: string, name: string) => Feature | null
  readonly rangeOf: (feature: Feature) => Range
}

export const typeNames = {
  sofa: 'uima.cas.Sofa',
  annotation: 'uima.tcas.Annotation',
  documentAnnotation: 'uima.tcas.DocumentAnnotation',
  string: 'uima.cas.String',
} as const

const top = 'uima.cas.TOP'

function builtIn(
  name: string,
  supertype = top,
  features: readonly (readonly [string, string])[] = [],
): Type {
  return {
    name: `uima.${name}`,
    supertype,
    features: features.map(([feature, range]) => ({ name: feature, range, shared: true })),
  }
}

/** Primitives whose arrays are types of their own. */
const primitives = ['String', 'Boolean', 'Byte', 'Short', 'Integer', 'Long', 'Float', 'Double']

/** https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.cas.built_in_types */
const builtIns: readonly Type[] = [
  builtIn('cas.TOP', ''),
  ...primitives.flatMap((name) => [
    builtIn(`cas.${name}`),
    builtIn(`cas.${name}Array`, 'uima.cas.ArrayBase', [['elements', `uima.cas.${name}[]`]]),
  ]),
  builtIn('cas.FSArray', 'uima.cas.ArrayBase', [['elements', `${top}[]`]]),
  ...['FS', 'Integer', 'Float', 'String'].flatMap((name) => {
    const list = `uima.cas.${name}List`
    return [
      builtIn(`cas.${name}List`),
      builtIn(`cas.Empty${name}List`, list),
      builtIn(`cas.NonEmpty${name}List`, list, [
        ['head', name === 'FS' ? top : `uima.cas.${name}`],
        ['tail', list],
      ]),
    ]
  }),
  builtIn('cas.Sofa'),
  builtIn('cas.AnnotationBase', top, [['sofa', typeNames.sofa]]),
  builtIn('tcas.Annotation', 'uima.cas.AnnotationBase', [
    ['begin', 'uima.cas.Integer'],
    ['end', 'uima.cas.Integer'],
  ]),
  builtIn('tcas.DocumentAnnotation', typeNames.annotation, [['language', typeNames.string]]),
]

/** Makes one type system of descriptions; of two of the same type the first counts. */
export function typeSystemOf(given: readonly Type[]): TypeSystem {
  const types = new Map<string, Type>()
  for (const type of [...builtIns, ...given]) {
    if (!types.has(type.name)) types.set(type.name, type)
  }
  const lines = new Map<string, readonly Type[]>()

  /** A type and those it inherits from; a circle ends where it closes. */
  function lineOf(name: string): readonly Type[] {
    const known = lines.get(name)
    if (known !== undefined) return known
    const line = new Set<Type>()
    for (let type = types.get(name); type !== undefined && !line.has(type);) {
      line.add(type)
      type = types.get(type.supertype)
    }
    lines.set(name, [...line])
    return [...line]
  }

  const features = new Map<string, ReadonlyMap<string, Feature>>()
  function featuresOf(name: string): ReadonlyMap<string, Feature> {
    const known = features.get(name)
    if (known !== undefined) return known
    const all = lineOf(name).flatMap((type) => type.features)
    const made = new Map(all.map((feature) => [feature.name, feature]))
    features.set(name, made)
    return made
  }

  const isA = (type: string, ancestor: string) => lineOf(type).some(({ name }) => name === ancestor)

  function rangeOf({ range }: Feature): Range {
    if (isA(range, typeNames.string)) return 'string'
    const name = /^uima\.cas\.([A-Z][a-z]+)(\[\]|Array|List)?$/.exec(range)
    if (name !== null && primitives.includes(name[1] ?? '')) {
      if (name[2] !== undefined) return 'list'
      return name[1] === 'Boolean' ? 'boolean' : 'number'
    }
    if (range.endsWith('[]') || /^uima\.cas\.FS(?:Array|List)$/.test(range)) return 'references'
    return 'reference'
  }

  return {
    isGiven: given.length > 0,
    has: (type) => types.has(type),
    isA,
    feature: (type, name) => featuresOf(type).get(name) ?? null,
    rangeOf,
  }
}

/** A type's name without its package. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1)
}
