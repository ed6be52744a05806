import {
  escapeUnwritable,
  standInFor,
  unwritableIn,
} from '../../../../../shared/exchange/xml-characters.ts'
import { xmlElement, xmlText } from '../../xml-text.ts'

/** Where the text is: offsets of pointers count in the element with this id. */
export const textId = 'text'

/** What `application` calls us: files that have it are read back by the rules of this folder. */
export const applicationName = 'Verbatim'

/** Ids of things, as XML ids must begin with a letter. */
export const xmlIdOf = {
  document: (id: string) => `d.${id}`,
  annotation: (id: string) => `a.${id}`,
  relation: (id: string) => `r.${id}`,
  annotator: (index: number) => `annotator.${index + 1}`,
  character: (code: number) => `char.${code.toString(16).padStart(4, '0')}`,
} as const

/** Before the id of an annotation that is in another document, as an address (RFC 4122). */
export const farPrefix = 'urn:uuid:'

/** An element with a string in it, whatever characters that has. */
export function stringElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | null>> = {},
): string {
  return xmlElement(name, attributes, xmlText(escapeUnwritable(text)))
}

/**
 * The text, exactly. A character that XML cannot hold is a `g` that refers to its declaration and has a stand-in of one
 * character in it, so that pointers count right (P5, chapter 5, Characters, Glyphs, and Writing Modes).
 */
export function* textContent(text: string): Generator<string> {
  let end = 0
  for (const { offset, character } of unwritableIn(text)) {
    yield xmlText(text.slice(end, offset))
    const ref = `#${xmlIdOf.character(character.charCodeAt(0))}`
    yield xmlElement('g', { ref }, standInFor(character))
    end = offset + 1
  }
  yield xmlText(text.slice(end))
}
