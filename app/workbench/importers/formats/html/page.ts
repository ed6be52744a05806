import type { Readability } from '@mozilla/readability'

import { t } from '../../../../../shared/language/translate.ts'
import { Refusal } from '../../refusal.ts'

/** What is read of a node of a page. Text nodes have no `localName`. */
export type PageNode = {
  readonly nodeType: number
  readonly localName?: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
  readonly getAttribute?: (name: string) => string | null
}

type PageElement = PageNode & {
  textContent: string
  readonly getAttribute: (name: string) => string | null
  readonly setAttribute: (name: string, value: string) => void
  readonly closest: (selector: string) => PageElement | null
  readonly append: (child: PageNode) => void
  readonly prepend: (...nodes: readonly (PageNode | string)[]) => void
  readonly querySelector: (selector: string) => PageElement | null
}

/** A page as far as it is used here; Readability’s own type needs the whole of the browser’s. */
export type PageDocument = ConstructorParameters<typeof Readability>[0] & {
  readonly title: string
  readonly childNodes: Iterable<PageNode>
  readonly documentElement: PageElement | null
  readonly head: PageElement
  readonly body: PageElement
  readonly querySelector: (selector: string) => PageElement | null
  readonly querySelectorAll: (selector: string) => Iterable<PageElement>
}

/** Tags of the elements that every page has once. */
const structure = /<\/?(?:html|head|body)(?:\s[^>]*)?>/gi

const headElements = new Set('title meta link base style script noscript template'.split(' '))

/** Longest title or `meta` that is looked at, in UTF-16 code units. */
const maxMetaLength = 2000

/**
 * The tree of a page. Nothing in it runs and nothing is fetched: linkedom does neither. What browsers make of tags that
 * were left out or are out of place is made of them here: there is always a head with the title and a body with the
 * rest. Ask `workOf` first.
 */
export async function parsePage(markup: string): Promise<PageDocument> {
  const { parseHTML } = await import('linkedom')
  const parse = (whole: string): PageDocument => boundedly(() => parseHTML(whole).document)
  const written = parse(withBody(markup))
  const document = isWhole(written)
    ? written
    : parse(`<html><head></head><body>${markup.replaceAll(structure, '')}`)
  gather(document)
  for (const title of document.querySelectorAll('title')) {
    title.textContent = title.textContent.slice(0, maxMetaLength)
  }
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content') ?? ''
    if (content.length > maxMetaLength) meta.setAttribute('content', '')
  }
  return document
}

/** Whether head and body are where they belong: tags that are broken may put everything into the head. */
function isWhole({ documentElement }: PageDocument): boolean {
  if (documentElement?.localName !== 'html') return false
  const names = new Set(Array.from(documentElement.childNodes, ({ localName }) => localName))
  return names.has('head') && names.has('body')
}

/** Puts what is beside the body into it, and what belongs to the head there. */
function gather(document: PageDocument): void {
  const { documentElement, head, body } = document
  const before = Array.from(head.childNodes).filter(
    ({ localName = '' }) => localName !== '' && !headElements.has(localName),
  )
  body.prepend(...before)
  for (const node of [...document.childNodes, ...(documentElement?.childNodes ?? [])]) {
    const stray = node.nodeType === 1 || node.nodeType === 3
    if (stray && node !== documentElement && node !== head && node !== body) body.append(node)
  }
  for (const element of document.querySelectorAll('body title, body meta, body link, body base')) {
    if (element.closest('svg') === null) head.append(element)
  }
}

/** `work`, with an exhausted stack told as what it is: the fault of the page. */
export function boundedly<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Refusal({
      code: 'hostile',
      reason: t('remarks:html.unbounded'),
    })
  }
}

function withBody(markup: string): string {
  if (/<body[\s>]/i.test(markup)) return markup
  const head = /<\/head\s*>/i.exec(markup)
  if (head !== null) {
    const end = head.index + head[0].length
    return `${markup.slice(0, end)}<body>${markup.slice(end)}`
  }
  const html = /<html(?:\s[^>]*)?>/i.exec(markup)
  if (html === null) return `<html><head></head><body>${markup}`
  const end = html.index + html[0].length
  return `${markup.slice(0, end)}<head></head><body>${markup.slice(end)}`
}
