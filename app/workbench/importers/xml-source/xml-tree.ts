/** An XML element, as much of it as formats of annotations need: comments and processing instructions are left out. */
export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  /** Empty where it is in none. */
  readonly namespace: string
  /** By name; one in a namespace as `{namespace}name`. Namespace declarations are left out. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** From 1, of the end of its start tag. */
  readonly line: number
}

/** An element, or the characters between two tags: never empty, never two in a row. */
export type XmlNode = XmlElement | string

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
/** Names of the attributes that every element may have. */
export const xmlId = `{${xmlNamespace}}id`
export const xmlLang = `{${xmlNamespace}}lang`
export const xmlSpace = `{${xmlNamespace}}space`

/** Child elements, of that name where one is given, whatever their namespace. */
export function elementsOf({ children }: XmlElement, name?: string): readonly XmlElement[] {
  return children.filter(isElement).filter((child) => name === undefined || child.name === name)
}

function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** The first child element on a way of names; `null` for none. */
export function elementAt(element: XmlElement, ...names: readonly string[]): XmlElement | null {
  return names.reduce<XmlElement | null>(
    (parent, name) => (parent === null ? null : (elementsOf(parent, name)[0] ?? null)),
    element,
  )
}

/** What a walk through an element comes by: it is left where its children end, after having been entered. */
export type XmlStep =
  | { readonly kind: 'enter' | 'leave'; readonly element: XmlElement }
  | { readonly kind: 'text'; readonly text: string }

/** Everything below an element, itself included, in document order. Call `next(false)` on entering to pass by an element's children. */
export function* walk(root: XmlElement): Generator<XmlStep, undefined, boolean | undefined> {
  if ((yield { kind: 'enter', element: root }) === false) {
    yield { kind: 'leave', element: root }
    return
  }
  const open = [{ element: root, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.element.children[top.next]
    top.next += 1
    if (child === undefined) {
      yield { kind: 'leave', element: top.element }
      open.pop()
    } else if (typeof child === 'string') {
      yield { kind: 'text', text: child }
    } else {
      const descends = yield { kind: 'enter', element: child }
      if (descends === false) yield { kind: 'leave', element: child }
      else open.push({ element: child, next: 0 })
    }
  }
}

/** Every element below one, itself included, in document order. */
export function* elementsBelow(root: XmlElement): Generator<XmlElement> {
  for (const step of walk(root)) if (step.kind === 'enter') yield step.element
}

/** All characters of an element and of those in it. */
export function textOf(root: XmlElement): string {
  const parts: string[] = []
  for (const step of walk(root)) if (step.kind === 'text') parts.push(step.text)
  return parts.join('')
}

/** `textOf` on one line: white space around it is dropped, and within it is one space each. */
export function wordsOf(root: XmlElement): string {
  return textOf(root)
    .replaceAll(/[ \t\r\n]+/g, ' ')
    .trim()
}
