import type { AttributeValue, AttributeValues } from '../../../../../shared/model/attribute.ts'
import type { ForeignAnnotation } from '../../foreign.ts'
import { plainAnnotation } from '../../plain-annotation.ts'
import { xmlId, xmlLang, type XmlElement } from '../../xml-source/xml-tree.ts'
import { namesOf } from './names.ts'
import type { PlainText } from './plain-text.ts'
import type { Pointers } from './pointers.ts'

/** `quote`, `said`, names and the like in the text: each is labelled by its name, and `@who` says it. */
export function inlineAnnotations(
  { annotated, places }: PlainText,
  pointers: Pointers,
): readonly ForeignAnnotation[] {
  const keys = new Set<string>()
  return annotated.map((element, index) => {
    const { name, attributes, line } = element
    const { start, end } = places.get(element) ?? { start: 0, end: 0 }
    const id = attributes.get(xmlId)
    const key = id === undefined || keys.has(id) ? `${name} ${index + 1}` : id
    keys.add(key)
    return {
      ...plainAnnotation,
      key,
      place: `line ${line}`,
      label: name,
      spans: [{ start, end }],
      speakers: namesOf(attributes.get('who'), pointers),
      attributes: attributesOf(element),
    }
  })
}

/** Attributes by their names but for `@who` and `@xml:id`; what is true or false is so. */
function attributesOf({ attributes }: XmlElement): AttributeValues {
  return Object.fromEntries(
    [...attributes].flatMap(([name, value]): readonly (readonly [string, AttributeValue])[] => {
      if (name === 'who' || name === xmlId) return []
      if (name === xmlLang) return [['lang', value]]
      if (name.startsWith('{')) return []
      const truth = name === 'direct' || name === 'aloud' ? truthOf(value) : null
      return [[name, truth ?? value]]
    }),
  )
}

/** `teidata.truthValue`. */
function truthOf(value: string): boolean | null {
  if (value === 'true' || value === '1') return true
  return value === 'false' || value === '0' ? false : null
}
