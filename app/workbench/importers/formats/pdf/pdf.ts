import { basename } from 'node:path'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { articleOf, articleRemark } from '../../article.ts'
import type { ImportFormat } from '../../import-format.ts'
import { isoDateOf } from '../../iso-date.ts'
import { Refusal } from '../../refusal.ts'
import { titleFrom, titleFromFileName } from '../../title.ts'
import { languageOf } from '../html/page-metadata.ts'
import { refusePackedBombs } from './packed-streams.ts'
import { paragraphsOf } from './paragraphs.ts'
import { readPdf, type PdfDocument } from './pdf-document.ts'

/** Readers look for the header in the first 1,024 bytes (ISO 32000-2, 7.5.2 and its note). */
const headerReach = 1024

/** A PDF: its text layer as paragraphs. Scanned pages without one are refused. */
export const pdfFormat: ImportFormat = {
  id: 'pdf',
  name: 'PDF',
  extensions: ['.pdf'],
  recognise: ({ bytes }) => {
    const start = Buffer.from(bytes.subarray(0, headerReach)).indexOf('%PDF-')
    return start === -1 ? 'no' : start === 0 ? 'certain' : 'likely'
  },
  async *read(file) {
    const bytes = await file.bytes()
    refusePackedBombs(bytes)
    const document = await readPdf(bytes)
    const { text, joins } = paragraphsOf(document.pages)
    if (text.trim() === '') throw withoutText(document)
    const { info } = document
    yield articleOf({
      text,
      // Characters of a PDF come from its fonts: its bytes have no encoding.
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      metadata: {
        title: titleFrom(info.get('Title') ?? '', titleFromFileName(basename(file.path))),
        author: info.get('Author') ?? null,
        date: pdfDateOf(info.get('CreationDate') ?? ''),
        language: languageOf(info.get('Language') ?? ''),
      },
      changed: remarksOn(document, joins),
    })
  },
}

/** `D:20260304050607+01'00'` (ISO 32000-2, 7.9.4) as ISO 8601. */
export function pdfDateOf(date: string): string | null {
  const parts =
    /^D:(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})?(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2})?'?)?/.exec(
      date,
    )
  if (parts === null) return isoDateOf(date)
  const [, year, month, day, hour, minute = '00', second = '00', utc, zone, zoneMinute] = parts
  const calendar = [year, month, day].filter((part) => part !== undefined).join('-')
  if (day === undefined || hour === undefined) return isoDateOf(calendar)
  const offset = zone === undefined ? (utc ?? '') : `${zone}:${zoneMinute ?? '00'}`
  return isoDateOf(`${calendar}T${hour}:${minute}:${second}${offset}`)
}

function withoutText({ pages, broken, missingMaps }: PdfDocument): Refusal {
  if (pages.length === 0) {
    return new Refusal({
      code: 'damaged',
      reason: `None of its ${broken.length} pages could be read. Get the document again, or open it in a program for PDF, copy the article and paste it.`,
    })
  }
  return new Refusal({
    code: 'empty',
    reason:
      missingMaps.length > 0
        ? `Its text needs character maps that Verbatim does not carry (${missingMaps.join(', ')}). Open it in a program for PDF, copy the article and paste it.`
        : 'Its pages hold no text: they are pictures, as scanners make them. Have them read by a program for text recognition first, and import what that saves.',
  })
}

function remarksOn({ pages, broken, missingMaps }: PdfDocument, joins: number): readonly Remark[] {
  const empty = pages.filter((lines) => lines.length === 0).length
  return [
    `The text was put together from lines on ${pages.length === 1 ? 'a page' : `${pages.length} pages`}: ${joins} words were joined that were broken at a line end, columns follow each other as in the file, and headers, footers and page numbers are still in it.`,
    ...(empty > 0 ? [`${empty} of its pages hold no text: they are empty or pictures.`] : []),
    ...(broken.length > 0 ? [`These of its pages could not be read: ${broken.join(', ')}.`] : []),
    ...(missingMaps.length > 0
      ? [
          `Some of its text may be missing: it needs character maps that Verbatim does not carry (${missingMaps.join(', ')}).`,
        ]
      : []),
  ].map(articleRemark)
}
