import type { Node, Rule } from './rule.ts'

/** What speaks the present language. */
const speaking = /^(?:t|format(?:All|Any|Date|DateTime|Number|Percent|RelativeTime|Time))$/

/** The language may change while the program runs: texts are taken when they are shown, never while a module is loaded. */
export const translateLate: Rule = {
  meta: { type: 'problem', docs: { description: 'Texts are taken when they are shown.' } },
  create: (context) => ({
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type !== 'Identifier' || !speaking.test(callee.name) || isInFunction(node)) return
      context.report({
        node,
        message: `${callee.name}() would speak the language of the start for ever: call it in a function.`,
      })
    },
  }),
}

function isInFunction({ parent }: Node): boolean {
  if (parent === null) return false
  return /Function/.test(parent.type) || isInFunction(parent)
}
