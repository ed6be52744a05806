import type { Node, Rule } from './rule.ts'

/** Attributes and properties whose strings are shown or said, also where they are a single small word. */
const shown = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'errorMessage',
  'heading',
  'label',
  'placeholder',
  'remark',
  'summary',
  'textValue',
  'tip',
  'title',
  'words',
])

/** Attributes and properties whose strings are for the program alone, whatever they look like. */
const unseen = new Set([
  'authorization',
  'className',
  'command',
  'd',
  'data-region',
  'id',
  'key',
  'keys',
  'placement',
  'transform',
])

/** What is given to these is for the program alone. */
const unseenCalls = new Set([
  't',
  'closest',
  'focusOnceThere',
  'getElementById',
  'matches',
  'querySelector',
  'querySelectorAll',
  'useMedia',
  'matchMedia',
])

/** Names of keys, as events have them, and what is called the same in every language. */
const names = /^(?:Backspace|Delete|End|Enter|Escape|Home|Space|Tab|Verbatim)$/

/** Texts that people read stand in the catalogues of `shared/language/`, not in the code. */
export const noUntranslatedText: Rule = {
  meta: { type: 'problem', docs: { description: 'Texts stand in catalogues.' } },
  create: (context) => {
    const report = (node: Node, text: string): void => {
      context.report({
        node,
        message: `“${text.trim()}” is a text: put it into shared/language/catalogues and take it by t().`,
      })
    }
    return {
      JSXText: (node) => {
        if (isText(node.value.trim(), 'shown')) report(node, node.value)
      },
      Literal: (node) => {
        if (typeof node.value === 'string' && isText(node.value, placeOf(node))) {
          report(node, node.value)
        }
      },
      TemplateLiteral: (node) => {
        const text = node.quasis.map(({ value }) => value.cooked ?? '').join('{}')
        if (isText(text, placeOf(node))) report(node, text)
      },
    }
  },
}

/** Whether a string is shown for certain, is for the program alone, or has to say so by its looks. */
type Place = 'shown' | 'unseen' | 'unsaid'

/** What has the value of a part of it for its own. */
const passing = new Set<Node['type']>([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'ConditionalExpression',
  'JSXExpressionContainer',
  'LogicalExpression',
  'TemplateLiteral',
  'TSAsExpression',
])

/** What has no text for a part: names of modules, types, errors that are for developers, what is compared. */
const textless = new Set<Node['type']>([
  'BinaryExpression',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'ImportAttribute',
  'ImportDeclaration',
  'ImportExpression',
  'MemberExpression',
  'NewExpression',
  'SwitchCase',
  'TSLiteralType',
])

/** What becomes of the value of an expression: as far up as it is still that value, or a part of it. */
function placeOf(node: Node): Place {
  const { parent } = node
  if (parent === null) return 'unseen'
  if (parent.type === 'JSXElement' || parent.type === 'JSXFragment') return 'shown'
  if (parent.type === 'JSXAttribute') {
    return placeNamed(typeof parent.name.name === 'string' ? parent.name.name : '')
  }
  if (parent.type === 'Property') {
    if (parent.key === node) return 'unseen'
    return placeNamed(parent.key.type === 'Identifier' ? parent.key.name : '')
  }
  if (parent.type === 'CallExpression') {
    return unseenCalls.has(calledName(parent.callee)) ? 'unseen' : 'unsaid'
  }
  if (parent.type === 'ConditionalExpression' && parent.test === node) return 'unseen'
  if (parent.type === 'BinaryExpression' && parent.operator === '+') return placeOf(parent)
  if (passing.has(parent.type)) return placeOf(parent)
  return textless.has(parent.type) ? 'unseen' : 'unsaid'
}

function placeNamed(name: string): Place {
  return shown.has(name) ? 'shown' : unseen.has(name) ? 'unseen' : 'unsaid'
}

function calledName(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression') return ''
  return callee.property.type === 'Identifier' ? callee.property.name : ''
}

function isText(text: string, place: Place): boolean {
  if (place === 'unseen' || names.test(text)) return false
  return place === 'shown' ? hasWord(text) : readsAsText(text)
}

function hasWord(text: string): boolean {
  return /\p{L}{2}/u.test(text)
}

/** Several words, one that begins with a capital, or a word with a space before or behind it. */
function readsAsText(text: string): boolean {
  return (
    /\p{L}{2}\p{P}*\s+\p{P}*\p{L}/u.test(text) ||
    /^\p{P}*\p{Lu}\p{Ll}+\p{P}*$/u.test(text) ||
    /(?:^|\}|\p{P})\s+\p{L}{2}|\p{L}{2}\p{P}?\s+(?:$|\{)/u.test(text)
  )
}
