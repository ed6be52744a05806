import { t } from '../../../../shared/language/translate.ts'
import { normalizeLineEnds } from '../../../../shared/text/line-ends.ts'
import { articleOf } from '../article.ts'
import { titleFrom, titleFromFirstLine } from '../title.ts'
import { landDocument } from './land-document.ts'
import type { LandedWithReport } from './landed.ts'
import type { Landing } from './landing.ts'

/** Text from the clipboard. Without a title it is named after its first line. */
export type Paste = { readonly title: string; readonly text: string }

export function landPaste(landing: Landing, { title, text }: Paste): LandedWithReport {
  const fallback = titleFromFirstLine(text, t('remarks:paste.name'))
  const decoding = { encoding: 'utf-8', byteOrderMark: false }
  const article = articleOf({ text, decoding, metadata: { title: titleFrom(title, fallback) } })
  const provenance = {
    fileName: null,
    format: 'text',
    encoding: null,
    byteOrderMark: false,
    byteLength: null,
    sha256: null,
    lineEnds: normalizeLineEnds(text).lineEnds,
    importedAt: landing.now,
  }
  const facts = { path: t('remarks:paste.name'), format: 'text', byteLength: null, sha256: null }
  return landDocument(landing, { ...article.document, provenance }, facts)
}
