import { basename } from 'node:path'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
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
      reason: t('remarks:pdf.noneRead', { count: broken.length }),
    })
  }
  return new Refusal({
    code: 'empty',
    reason:
      missingMaps.length > 0
        ? t('remarks:pdf.missingMaps', { maps: missingMaps.join(', ') })
        : t('remarks:pdf.pictures'),
  })
}

function remarksOn({ pages, broken, missingMaps }: PdfDocument, joins: number): readonly Remark[] {
  const empty = pages.filter((lines) => lines.length === 0).length
  return [
    t('remarks:pdf.lines', { count: pages.length, joins }),
    ...(empty > 0 ? [t('remarks:pdf.emptyPages', { count: empty })] : []),
    ...(broken.length > 0 ? [t('remarks:pdf.brokenPages', { pages: broken.join(', ') })] : []),
    ...(missingMaps.length > 0
      ? [t('remarks:pdf.someMissing', { maps: missingMaps.join(', ') })]
      : []),
  ].map(articleRemark)
}
