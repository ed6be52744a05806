import { t } from '../../../../../shared/language/translate.ts'
import { Refusal } from '../../refusal.ts'

/** Longest markup that is read, in UTF-16 code units. */
const maxLength = 32 * 1024 * 1024

/** Deepest nesting that is read. Chromium builds no deeper tree either (`kMaximumHTMLParserDOMTreeDepth`). */
const maxDepth = 512

/** Most elements, comments and stretches of text that are read. */
const maxNodes = 200_000

/** How often all text is looked at, wherever it lies. Measured. */
const workAtRoot = 30

const voidElements = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
)

/** Elements whose content is no markup. */
const rawElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed'])

const closesParagraph = new Set(
  'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul'.split(
    ' ',
  ),
)

/** What an element ends by beginning, where it is the innermost one: end tags that may be left out in HTML. */
const endedBy: Readonly<Record<string, readonly string[]>> = {
  tr: ['tr', 'th', 'td'],
  th: ['th'],
  td: ['th', 'td'],
  li: ['li'],
  option: ['option'],
  optgroup: ['optgroup', 'option'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  rt: ['rt', 'rp'],
  rp: ['rt', 'rp'],
  tbody: ['thead', 'tbody'],
  tfoot: ['thead', 'tbody'],
}

/**
 * How much work it is to find the article in a page: the sum over its text (in UTF-16 code units) and nodes of how deep
 * each lies, because every enclosing element looks at it again. Reads the markup once, without building anything. Throws `Refusal` where a
 * tree of it would not fit into memory or is nested so deeply that walking it would exhaust the stack.
 */
export function workOf(markup: string): number {
  if (markup.length > maxLength)
    throw tooLarge(t('remarks:html.tooLong', { limit: String(maxLength) }))
  const stack: string[] = []
  let foreign = 0
  let nodes = 0
  let work = 0
  let position = 0
  while (position < markup.length) {
    const found = markup.indexOf('<', position)
    const tag = found === -1 ? markup.length : found
    work += (tag - position + 1) * (stack.length + workAtRoot)
    nodes += 1 + entitiesIn(markup, position, tag)
    if (nodes > maxNodes)
      throw tooLarge(t('remarks:html.tooManyElements', { limit: String(maxNodes) }))
    const name = nameAt(markup, tag + 1)
    if (name !== null) {
      const { end, selfClosing } = endOfTag(markup, tag + 1 + name.length)
      position = end
      while (implies(name, stack.at(-1))) stack.pop()
      if (voidElements.has(name) || (selfClosing && foreign > 0)) continue
      if (rawElements.has(name) && foreign === 0) {
        position = endOfRaw(markup, position, name)
        continue
      }
      stack.push(name)
      if (name === 'svg' || name === 'math') foreign += 1
      if (stack.length > maxDepth) throw tooDeep()
      continue
    }
    position = endOfOther(markup, tag)
    const closed = markup[tag + 1] === '/' ? nameAt(markup, tag + 2) : null
    const opened = closed === null ? -1 : stack.lastIndexOf(closed)
    if (opened === -1) continue
    for (const gone of stack.splice(opened)) if (gone === 'svg' || gone === 'math') foreign -= 1
  }
  return work
}

function implies(name: string, innermost: string | undefined): boolean {
  if (innermost === undefined) return false
  if (innermost === 'p' && closesParagraph.has(name)) return true
  return Object.hasOwn(endedBy, name) && (endedBy[name]?.includes(innermost) ?? false)
}

function entitiesIn(markup: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += 1) if (markup.charCodeAt(at) === 0x26) count += 1
  return count
}

/** The lower-case name of a tag, or `null` where none begins there. */
function nameAt(markup: string, position: number): string | null {
  const name = /[a-z][^\s/>]*/iy
  name.lastIndex = position
  return name.exec(markup)?.[0].toLowerCase() ?? null
}

/** Past the `>` of a tag, its quoted attribute values left out. */
function endOfTag(
  markup: string,
  from: number,
): { readonly end: number; readonly selfClosing: boolean } {
  let quote: string | null = null
  let afterEquals = false
  for (let position = from; position < markup.length; position += 1) {
    const character = markup[position] ?? ''
    if (quote !== null) {
      if (character === quote) quote = null
    } else if (character === '>') {
      return { end: position + 1, selfClosing: markup[position - 1] === '/' }
    } else if (afterEquals && (character === '"' || character === "'")) {
      quote = character
      afterEquals = false
    } else if (character === '=') afterEquals = true
    else if (!/\s/.test(character)) afterEquals = false
  }
  return { end: markup.length, selfClosing: false }
}

function endOfRaw(markup: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = from
  const found = end.exec(markup)
  return found === null ? markup.length : endOfOther(markup, found.index)
}

/** Past an end tag, a comment, a declaration or a `<` that is only a sign. */
function endOfOther(markup: string, tag: number): number {
  if (!/[!?/]/.test(markup[tag + 1] ?? '')) return tag + 1
  const comment = markup.startsWith('<!--', tag)
  const end = markup.indexOf(comment ? '-->' : '>', tag + 2)
  return end === -1 ? markup.length : end + (comment ? 3 : 1)
}

function tooDeep(): Refusal {
  return new Refusal({
    code: 'hostile',
    reason: t('remarks:html.tooDeep', { limit: String(maxDepth) }),
  })
}

function tooLarge(reason: string): Refusal {
  return new Refusal({ code: 'tooLarge', reason })
}
