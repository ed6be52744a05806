import { basename, extname } from 'node:path'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { articleOf, articleRemark } from '../../article.ts'
import type { ImportFormat } from '../../import-format.ts'
import { Refusal } from '../../refusal.ts'
import { titleFrom, titleFromFileName } from '../../title.ts'
import { coreProperties } from './core-properties.ts'
import { documentText } from './document-text.ts'
import { unpackParts } from './package-parts.ts'

/** Compound files (MS-CFB 2.2): Word before 2007, and documents of today with a password. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const zipFile = Buffer.from('PK\u0003\u0004')

/** Names of streams in compound files (MS-DOC 2.1, MS-OFFCRYPTO 2.3.4.4), in UTF-16. */
const wordStream = Buffer.from('WordDocument', 'utf16le')
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

const extensions = ['.docx', '.docm', '.doc']

/** A Word document: its running text, with tables, lists and notes. Documents of Word before 2007 are refused. */
export const docxFormat: ImportFormat = {
  id: 'docx',
  name: 'Word document',
  extensions,
  recognise: ({ path, bytes }) => {
    const sample = Buffer.from(bytes)
    const named = extensions.includes(extname(path).toLowerCase())
    if (startsWith(sample, zipFile)) {
      if (sample.includes('word/document.xml')) return 'certain'
      return named ? 'likely' : 'no'
    }
    if (!startsWith(sample, compoundFile)) return 'no'
    return named || sample.includes(wordStream) ? 'likely' : 'no'
  },
  async *read(file) {
    const bytes = await file.bytes()
    refuseCompound(Buffer.from(bytes))
    const { parts, others } = await unpackParts(bytes)
    if (!parts.has('word/document.xml') && !parts.has('_rels/.rels')) throw noDocument()
    const { text, heading, changed } = await documentText(parts)
    if (text.trim() === '') {
      throw new Refusal({
        code: 'empty',
        reason: t('remarks:docx.noText'),
      })
    }
    const { title, ...said } = await coreProperties(parts)
    yield articleOf({
      text,
      // The parts of a document are XML in UTF-8.
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      metadata: {
        ...said,
        title: titleFrom(title ?? heading ?? '', titleFromFileName(basename(file.path))),
      },
      changed: [...changed, ...leftOut([...parts.keys(), ...others])],
    })
  },
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start)
}

function refuseCompound(bytes: Buffer): void {
  if (!startsWith(bytes, compoundFile)) return
  throw new Refusal({
    code: 'unsupported',
    reason: bytes.includes(encryptedStream)
      ? t('remarks:docx.password')
      : t('remarks:docx.oldWord'),
  })
}

function noDocument(): Refusal {
  return new Refusal({
    code: 'unsupported',
    reason: t('remarks:docx.noWordDocument'),
  })
}

/** What is in the document beside its running text. */
function leftOut(names: readonly string[]): readonly Remark[] {
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length
  const kinds = [
    [count(/^word\/(?:header|footer)\d*\.xml$/), 'margins'],
    [count(/^word\/comments\.xml$/), 'comments'],
    [count(/^word\/media\//), 'pictures'],
    [count(/^word\/charts\/chart\d*\.xml$/), 'charts'],
    [count(/^word\/embeddings\//), 'embedded'],
  ] as const
  return kinds
    .filter(([found]) => found > 0)
    .map(([, kind]) => articleRemark(t(`remarks:docx.leftOut.${kind}`)))
}
