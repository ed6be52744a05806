import { deflateSync } from 'node:zlib'

type PdfParts = {
  /** Content of each page, in the operators of ISO 32000-2, 9.4. */
  readonly pages: readonly string[]
  /** The document information dictionary, without its brackets. */
  readonly info?: string
  /** Entries of the catalogue. */
  readonly catalog?: string
  /** More objects, with numbers from 5; pages may name them as resources. */
  readonly objects?: readonly (string | Buffer)[]
  /** Entries of the resources of every page beside the font `F1`. */
  readonly resources?: string
  /** Entries of the trailer. */
  readonly trailer?: string
}

/** A PDF of version 1.7 with a cross-reference table. */
export function pdfOf({
  pages,
  info = '',
  catalog = '',
  objects = [],
  resources = '',
  trailer = '',
}: PdfParts): Buffer {
  const first = 5 + objects.length
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`)
  return fileOf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      `<< ${info} >>`,
      ...objects,
      ...pages.flatMap((content, index) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * index + 1} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
        streamOf(content),
      ]),
    ],
    `/Info 4 0 R ${trailer}`,
  )
}

function fileOf(objects: readonly (string | Buffer)[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(length)
    add(`${index + 1} 0 obj\n`)
    add(object)
    add('\nendobj\n')
  }
  const table = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`)
  add(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`,
  )
  return Buffer.concat(parts)
}

export function streamOf(content: string | Buffer, entries = ''): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  return Buffer.concat([
    Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

export function packedStreamOf(content: Buffer, times = 1): Buffer {
  let packed = content
  for (let time = 0; time < times; time += 1) packed = deflateSync(packed, { level: 9 })
  return streamOf(packed, `/Filter [${'/FlateDecode '.repeat(times)}]`)
}

/** A line at a place in points, in the font `F1`; the text in Windows-1252. */
export function lineAt(left: number, baseline: number, text: string, size = 10): string {
  const escaped = text
    .replaceAll(/[\\()]/g, '\\$&')
    .replaceAll('“', '\x93')
    .replaceAll('”', '\x94')
    .replaceAll('–', '\x96')
  return `BT /F1 ${size} Tf ${left} ${baseline} Td (${escaped}) Tj ET\n`
}

/** Lines below each other. */
export function linesAt(left: number, top: number, lines: readonly string[], pitch = 12): string {
  return lines.map((line, index) => lineAt(left, top - index * pitch, line)).join('')
}
