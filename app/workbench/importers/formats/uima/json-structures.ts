import { z } from 'zod'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import type { Decoding } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import { Refusal } from '../../refusal.ts'
import {
  indexStructures,
  type Cas,
  type CasUnit,
  type FeatureStructure,
  type FeatureValue,
  type Sofa,
} from './cas.ts'
import { typeNames, typeSystemOf, type Feature, type Type } from './type-system.ts'

const fileSchema = z.looseObject({
  '%HEADER': z.looseObject({ 'offset-encoding': z.unknown().optional() }).optional(),
  '%TYPES': z.record(z.string(), z.unknown()).optional(),
  '%FEATURE_STRUCTURES': z
    .union([z.array(z.unknown()), z.record(z.string(), z.unknown())])
    .optional(),
  '%VIEWS': z.record(z.string(), z.unknown()).optional(),
})

const idSchema = z.union([z.int(), z.string()]).transform(String)
const typeSchema = z.looseObject({ '%SUPER_TYPE': z.string().optional() })
const featureSchema = z.looseObject({ '%RANGE': z.string() })
const structureSchema = z.looseObject({ '%ID': idSchema.optional(), '%TYPE': z.string() })
const viewSchema = z.looseObject({ '%MEMBERS': z.array(idSchema).optional() })

/**
 * A CAS as UIMA JSON CAS 0.4 has it (apache/uima-uimaj-io-jsoncas, SPECIFICATION.adoc). Features say by their first
 * character what they hold: `@` a reference, `#` a number that JSON has no word for, `^` an offset. Feature structures may
 * be a list or an object by id, and those that others refer to may come after these.
 */
export function casOfJson(value: unknown, decoding: Decoding): Cas {
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) {
    throw new Refusal({
      code: 'malformed',
      reason: t('remarks:uima.noJson'),
    })
  }
  const file = parsed.data
  const refused: Remark[] = []
  const found: FeatureStructure[] = []
  const sofas: Sofa[] = []
  for (const [key, item] of entriesOf(file['%FEATURE_STRUCTURES'] ?? [])) {
    const structure = structureSchema.safeParse(item)
    if (!structure.success) {
      const place = `%FEATURE_STRUCTURES ${key}`
      const reason = t('remarks:uima.noType')
      refused.push(remark({ thing: 'other', place, code: 'malformed', reason }))
      continue
    }
    const id = structure.data['%ID'] ?? key
    const type = structure.data['%TYPE']
    if (type === typeNames.sofa) sofas.push(sofaOf(structure.data, id))
    else found.push({ id, type, place: `%ID ${id}`, features: featuresOf(structure.data) })
  }
  const { structures, byId, changed } = indexStructures(found)
  const indexed = new Set(
    Object.values(file['%VIEWS'] ?? {}).flatMap(
      (view) => viewSchema.safeParse(view).data?.['%MEMBERS'] ?? [],
    ),
  )
  const types = typeSystemOf(Object.entries(file['%TYPES'] ?? {}).flatMap(typeOf))
  const unit = unitOf(file['%HEADER']?.['offset-encoding'])
  return { types, sofas, structures, byId, indexed, unit, decoding, refused, changed }
}

/** The words of `OffsetConversionMode.java`; UTF-16 is meant where there is none. */
function unitOf(word: unknown): CasUnit {
  if (word === undefined || word === null || word === 'UTF-16') return 'UTF-16'
  if (word === 'UTF-8' || word === 'UTF-32') return word
  throw new Refusal({
    place: '%HEADER',
    code: 'unsupported',
    reason: t('remarks:uima.unit', { unit: JSON.stringify(word).slice(0, 40) }),
  })
}

function entriesOf(
  structures: readonly unknown[] | Readonly<Record<string, unknown>>,
): readonly (readonly [string, unknown])[] {
  return Array.isArray(structures)
    ? structures.map((item: unknown, index) => [`[${index}]`, item] as const)
    : Object.entries(structures)
}

function typeOf([name, item]: readonly [string, unknown]): readonly Type[] {
  const parsed = typeSchema.safeParse(item)
  if (!parsed.success) return []
  const features = Object.entries(parsed.data).flatMap(
    ([feature, described]): readonly Feature[] => {
      const range = feature.startsWith('%') ? undefined : featureSchema.safeParse(described).data
      return range === undefined ? [] : [{ name: feature, range: range['%RANGE'], shared: true }]
    },
  )
  return [{ name, supertype: parsed.data['%SUPER_TYPE'] ?? 'uima.cas.TOP', features }]
}

function sofaOf(object: Readonly<Record<string, unknown>>, id: string): Sofa {
  const text = object['sofaString']
  const uri = object['sofaURI']
  return {
    id,
    name: typeof object['sofaID'] === 'string' ? object['sofaID'] : '',
    place: `%ID ${id}`,
    text: typeof text === 'string' ? text : null,
    uri: typeof uri === 'string' ? uri : null,
  }
}

function featuresOf(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, FeatureValue> {
  const features = new Map<string, FeatureValue>()
  for (const [key, given] of Object.entries(object)) {
    if (key === '%ELEMENTS') features.set('elements', elementsIn(given, object['%TYPE']))
    else if (!key.startsWith('%')) {
      const value = key.startsWith('@') ? referenceIn(given) : plainIn(given)
      if (value !== null) features.set(key.replace(/^[@#^]/, ''), value)
    }
  }
  return features
}

function referenceIn(value: unknown): FeatureValue | null {
  const id = idSchema.safeParse(value)
  return id.success ? { ids: [id.data] } : null
}

function plainIn(value: unknown): FeatureValue | null {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value === null ? null : JSON.stringify(value)
}

/** Arrays of UIMA's own primitives hold strings and numbers, all others ids; bytes are one string in Base64. */
function elementsIn(value: unknown, type: unknown): FeatureValue {
  if (typeof value === 'string') return [value]
  const elements = Array.isArray(value) ? value : []
  const primitive = /^uima\.cas\.(?!FS|TOP)\w+(?:Array|\[\])$/.test(String(type))
  return primitive
    ? elements.map(String)
    : { ids: elements.flatMap((id) => (id === null ? [] : (idSchema.safeParse(id).data ?? []))) }
}
