import { english } from '../../shared/language/catalogues/en.ts'
import type { Call, Rule } from './rule.ts'

/** A text gets a value for each of its `{{names}}` and none besides, where key and values are written out. */
export const messageValues: Rule = {
  meta: {
    type: 'problem',
    docs: { description: 'Texts get the values that they have a place for.' },
  },
  create: (context) => ({
    CallExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 't') return
      const [key, values] = node.arguments
      const text =
        key?.type === 'Literal' && typeof key.value === 'string' ? textAt(key.value) : null
      const given = givenIn(values)
      if (text === null || given === null) return
      const wanted = new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/gu), ([, name = '']) => name))
      const missing = [...wanted].filter((name) => !given.includes(name))
      const idle = given.filter((name) => name !== 'count' && !wanted.has(name))
      if (missing.length > 0) {
        context.report({ node, message: `The text needs a value for ${missing.join(', ')}.` })
      }
      if (idle.length > 0) {
        context.report({ node, message: `The text has no place for ${idle.join(', ')}.` })
      }
    },
  }),
}

/** The English text of a key, of several forms the general one; `null` where there is none. */
function textAt(key: string): string | null {
  const path = key.split(/[:.]/)
  const last = path.pop() ?? ''
  let part: unknown = english
  for (const name of path) part = inner(part, name)
  const text = inner(part, last) ?? inner(part, `${last}_other`)
  return typeof text === 'string' ? text : null
}

function inner(part: unknown, name: string): unknown {
  return typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined
}

/** The names that values are given by; `null` where only the running program knows. */
function givenIn(values: Call['arguments'][number] | undefined): readonly string[] | null {
  if (values === undefined) return []
  if (values.type !== 'ObjectExpression') return null
  const names = values.properties.map((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : null,
  )
  return names.every((name) => name !== null) ? names : null
}
