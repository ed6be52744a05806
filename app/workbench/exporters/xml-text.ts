const inText: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Readers make a line feed of a bare one (https://www.w3.org/TR/xml/#sec-line-ends).
  '\r': '&#13;',
}

const inAttribute: Readonly<Record<string, string>> = {
  ...inText,
  '"': '&quot;',
  // Readers make a space of a bare one (https://www.w3.org/TR/xml/#AVNormalize).
  '\t': '&#9;',
  '\n': '&#10;',
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Characters as an element holds them, to be read back exactly. None of them is one that XML cannot hold. */
export function xmlText(text: string): string {
  return text.replaceAll(/[&<>\r]/g, (character) => inText[character] ?? character)
}

/**
 * An element. `content` is XML already; `null` attributes are left out. Attributes are read back exactly, white space
 * too, and hold no character that XML cannot.
 */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  content = '',
): string {
  const start = name + Object.entries(attributes).map(attribute).join('')
  return content === '' ? `<${start}/>` : `<${start}>${content}</${name}>`
}

function attribute([name, value]: readonly [string, string | null]): string {
  if (value === null) return ''
  const written = value.replaceAll(
    /[&<>\r"\t\n]/g,
    (character) => inAttribute[character] ?? character,
  )
  return ` ${name}="${written}"`
}
