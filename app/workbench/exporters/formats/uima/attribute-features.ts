import { readName, spellName } from '../../../../../shared/exchange/xml-characters.ts'
import type { AttributeValue } from '../../../../../shared/model/attribute.ts'
import { takenSpanFeatures, uimaTypes, type FeatureDescription } from './verbatim-types.ts'

const kinds = ['text', 'yesNo', 'number', 'list'] as const
type Kind = (typeof kinds)[number]

/**
 * The feature that holds values of an attribute, and the value as it holds it. A text is in a feature named as the
 * attribute where that is a plain word that is free: ASCII letters and digits. All else is spelled out after its kind and
 * an underscore: `yesNo_named`, `list_topics`, `text_page_20_no_2e_`. Yes or no and numbers are strings too: a feature of
 * UIMA's own kinds for these has a value in every annotation, `false` or 0 where there is none.
 */
export function featureOf(
  id: string,
  value: AttributeValue,
): readonly [name: string, value: string | readonly string[]] {
  const kind = kindOf(value)
  const plain = kind === 'text' && /^[A-Za-z][0-9A-Za-z]*$/.test(id) && !takenSpanFeatures.has(id)
  const name = plain ? id : `${kind}_${spellName(id)}`
  return [name, typeof value === 'object' ? value : Object.is(value, -0) ? '-0' : String(value)]
}

function kindOf(value: AttributeValue): Kind {
  if (typeof value === 'object') return 'list'
  return typeof value === 'boolean' ? 'yesNo' : typeof value === 'number' ? 'number' : 'text'
}

export function attributeFeature(name: string): FeatureDescription {
  const { id, kind } = spelledOut(name)
  const range = kind === 'list' ? uimaTypes.stringArray : uimaTypes.string
  return { name, range, description: `Attribute “${id}”.` }
}

function spelledOut(name: string): { readonly id: string; readonly kind: Kind | null } {
  const at = name.indexOf('_')
  const kind = at === -1 ? 'text' : kinds.find((each) => each === name.slice(0, at))
  if (kind === undefined) return { id: name, kind: null }
  return { id: readName(name.slice(at + 1)), kind }
}

/** The inverse of `featureOf`; a feature that is not named by its rule is an attribute of its own name. */
export function attributeIn(
  name: string,
  value: AttributeValue,
): readonly [id: string, value: AttributeValue] {
  const { id, kind } = spelledOut(name)
  if (kind === null || typeof value === 'boolean' || typeof value === 'number') return [id, value]
  if (kind === 'list') return [id, typeof value === 'object' ? value : value === '' ? [] : [value]]
  if (typeof value === 'object') return [id, value]
  if (kind === 'yesNo' && (value === 'true' || value === 'false')) return [id, value === 'true']
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return [id, kind === 'number' && Number.isFinite(number) ? number : value]
}
