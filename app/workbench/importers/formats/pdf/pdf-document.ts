import type { PDFDocumentProxy } from 'pdfjs-dist'

import { t } from '../../../../../shared/language/translate.ts'
import { Refusal } from '../../refusal.ts'
import { linesOf, type Line, type PageItem } from './page-lines.ts'
import { bearingStrayRejections } from './stray-rejections.ts'

/** Most pages that are read. */
const maxPages = 2000

/** Most pieces of text on a page: a page of a newspaper has some thousands. */
const maxItems = 100_000

/** Most text that is read, in UTF-16 code units. */
const maxText = 32 * 1024 * 1024

export type PdfDocument = {
  /** Lines of each page, in the order of the file. */
  readonly pages: readonly (readonly Line[])[]
  /** Numbers of pages that could not be read, from 1. */
  readonly broken: readonly number[]
  /** Names of character maps that the document needs and that are not carried here. */
  readonly missingMaps: readonly string[]
  /** What the document says of itself: `Title`, `Author`, `CreationDate`, `Language`. */
  readonly info: ReadonlyMap<string, string>
}

/**
 * Reads the text layer with pdf.js, in this thread and with nothing fetched. The maps of characters and the standard
 * fonts that pdf.js comes with are files beside it, which a bundle does not have: text in East Asian fonts that are not
 * in the document may be missing, and `missingMaps` says so. Throws `Refusal`.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // pdf.js looks for its worker here before it would start one.
  Object.assign(globalThis, {
    pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  })
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const missing = new Set<string>()
  class NoFiles {
    async fetch({ filename }: { readonly filename: string }): Promise<never> {
      missing.add(filename.replace(/\.bcmap$/, ''))
      throw new Error('not carried')
    }
  }
  const task = getDocument({
    // pdf.js takes the memory away from whoever gives it.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    BinaryDataFactory: NoFiles,
  })
  return bearingStrayRejections(async () => {
    try {
      const read = await readDocument(await task.promise)
      return { ...read, missingMaps: [...missing].filter((name) => !/\.\w+$/.test(name)) }
    } catch (error) {
      throw refusalOf(error)
    } finally {
      await task.destroy()
    }
  })
}

async function readDocument(document: PDFDocumentProxy): Promise<Omit<PdfDocument, 'missingMaps'>> {
  if (document.numPages > maxPages)
    throw tooLarge(t('remarks:pdf.tooManyPages', { limit: String(maxPages) }))
  const pages: (readonly Line[])[] = []
  const broken: number[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const lines = await pageLines(document, number)
    if (lines === null) broken.push(number)
    else pages.push(lines)
    length += (lines ?? []).reduce((sum, { text }) => sum + text.length, 0)
    if (length > maxText)
      throw tooLarge(t('remarks:pdf.tooManyCharacters', { limit: String(maxText / 1024 / 1024) }))
  }
  return { pages, broken, info: await infoOf(document) }
}

/** `null` where the page is broken. */
async function pageLines(
  document: PDFDocumentProxy,
  number: number,
): Promise<readonly Line[] | null> {
  try {
    const page = await document.getPage(number)
    const items: PageItem[] = []
    let count = 0
    // To the end, also past the limit: pdf.js does not bear that a stream is called off.
    for await (const { items: more } of page.streamTextContent()) {
      count += more.length
      if (count > maxItems) continue
      for (const item of more) if ('str' in item) items.push(item)
    }
    if (count > maxItems)
      throw tooLarge(t('remarks:pdf.tooManyPieces', { limit: String(maxItems) }))
    page.cleanup()
    return linesOf(items)
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

async function infoOf(document: PDFDocumentProxy): Promise<ReadonlyMap<string, string>> {
  const { info, metadata } = await document.getMetadata()
  const said = new Map<string, string>()
  for (const [name, value] of Object.entries(info)) {
    if (typeof value === 'string' && value.trim() !== '') said.set(name, value.trim())
  }
  const title: unknown = metadata?.get('dc:title')
  if (typeof title === 'string' && title.trim() !== '') said.set('Title', title.trim())
  return said
}

function refusalOf(error: unknown): Error {
  if (error instanceof Refusal) return error
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PasswordException') {
    return new Refusal({
      code: 'unsupported',
      reason: t('remarks:pdf.password'),
    })
  }
  return new Refusal({
    code: 'damaged',
    reason: t('remarks:pdf.damaged', { reason: message.slice(0, 200) }),
  })
}

function tooLarge(reason: string): Refusal {
  return new Refusal({ code: 'tooLarge', reason })
}
