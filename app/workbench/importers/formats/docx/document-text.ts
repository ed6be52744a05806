import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { articleRemark } from '../../article.ts'
import { Refusal } from '../../refusal.ts'
import { pageText } from '../html/page-text.ts'
import { boundedly, parsePage } from '../html/page.ts'

/** From a note back to where it belongs. */
const linkToReference = / ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "br[type='page'] => br",
]

export type DocumentText = {
  readonly text: string
  /** The first heading of the highest kind; `null` for none. */
  readonly heading: string | null
  readonly changed: readonly Remark[]
}

/**
 * The text of a document through mammoth’s HTML, which knows tables, lists and notes (its raw text does not), and the
 * rules for the text of a page, with white space as the document has it. Notes follow at the end; where they belong
 * stands their number in brackets. What was deleted with changes tracked is left out, what was inserted is in. Throws
 * `Refusal`.
 */
export async function documentText(parts: ReadonlyMap<string, Uint8Array>): Promise<DocumentText> {
  // Not the build for Node, which declares a `require` of its own, as bundles of modules do as well.
  const { zipSync } = await import('fflate/browser')
  const { default: mammoth } = await import('mammoth')
  // Packed anew, and not at all: mammoth unpacks whatever it is given.
  const buffer = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
  const { value, messages } = await convert(async () =>
    mammoth.convertToHtml(
      { buffer },
      {
        styleMap,
        // A style map in a document could leave out any of its text.
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    ),
  )
  const withoutLinks = value.replaceAll(linkToReference, '')
  const page = await parsePage(`<html><head></head><body>${withoutLinks}</body></html>`)
  const notes = [...page.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')]
  for (const [index, note] of notes.entries()) {
    const first = note.querySelector('p') ?? note
    first.prepend(`[${index + 1}]${/^\s/.test(first.textContent) ? '' : ' '}`)
  }
  const heading = page.querySelector('h1')?.textContent ?? null
  return {
    text: boundedly(() => pageText(page.body, { preserved: true })),
    heading,
    changed: [...noteRemarks(notes.length), ...unknownRemarks(messages)],
  }
}

async function convert<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    const deep = error instanceof RangeError
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal({
      code: deep ? 'hostile' : 'damaged',
      reason: deep
        ? t('remarks:docx.tooDeep')
        : t('remarks:docx.unreadable', { reason: why.slice(0, 200) }),
    })
  }
}

function noteRemarks(count: number): readonly Remark[] {
  if (count === 0) return []
  return [articleRemark(t('remarks:docx.notes', { count }))]
}

/** Elements that mammoth does not know, such as equations. */
function unknownRemarks(messages: readonly { readonly message: string }[]): readonly Remark[] {
  const names = messages.flatMap(
    ({ message }) => /^An unrecognised element was ignored: (\S+)/.exec(message)?.[1] ?? [],
  )
  const distinct = [...new Set(names)].slice(0, 10).join(', ')
  return distinct === '' ? [] : [articleRemark(t('remarks:docx.unknownParts', { names: distinct }))]
}
