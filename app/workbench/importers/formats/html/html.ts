import { basename, extname } from 'node:path'

import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { articleOf, articleRemark } from '../../article.ts'
import type { ForeignMetadata } from '../../foreign.ts'
import type { ImportFormat } from '../../import-format.ts'
import { isoDateOf } from '../../iso-date.ts'
import { Refusal } from '../../refusal.ts'
import { titleFrom, titleFromFileName } from '../../title.ts'
import { decodePage } from './decode-page.ts'
import { languageOf, pageMetadata } from './page-metadata.ts'
import { workOf } from './page-size.ts'
import { pageText } from './page-text.ts'
import { boundedly, parsePage, type PageDocument } from './page.ts'

/** More work than this (about five seconds of it), and the article is not looked for. */
const maxWork = 500_000_000

const extensions = ['.html', '.htm', '.xhtml']

/** White space, comments and declarations before the root element of a page. */
const beginsPage =
  /^(?:\s|<!--(?:(?!-->)[\s\S]){0,2000}-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html)[\s>]/i

/** A web page: the article in it, as Firefox’s reader view finds it. Nothing of the page runs or is fetched. */
export const htmlFormat: ImportFormat = {
  id: 'html',
  name: 'Web page',
  extensions,
  recognise: ({ path, bytes, text }) => {
    const start = text ?? Buffer.from(bytes).toString('latin1')
    if (beginsPage.test(start.slice(0, 8192))) return 'certain'
    if (!extensions.includes(extname(path).toLowerCase())) return 'no'
    return /<[a-z][^>]*>/i.test(start) ? 'likely' : 'possible'
  },
  async *read(file) {
    const { text: markup, ...decoding } = decodePage(file.path, await file.bytes())
    const { text, metadata, changed } = await readArticle(markup)
    const title = titleFrom(metadata.title ?? '', titleFromFileName(basename(file.path)))
    yield articleOf({ text, decoding, metadata: { ...metadata, title }, changed })
  },
}

type Article = {
  readonly text: string
  readonly metadata: Partial<ForeignMetadata>
  readonly changed: readonly Remark[]
}

async function readArticle(markup: string): Promise<Article> {
  const work = workOf(markup)
  const document = await parsePage(markup)
  const said = pageMetadata(document, markup)
  const wholeTitle = document.title.trim()
  const article = work > maxWork ? null : await findArticle(document)
  const found = article?.content ?? ''
  const text = found.trim() === '' ? await bodyText(markup) : found
  if (text.trim() === '') {
    throw new Refusal({
      code: 'empty',
      reason: t('remarks:html.noText'),
    })
  }
  const changed: Remark[] = []
  if (found.trim() === '') changed.push(articleRemark(t('remarks:html.noArticle')))
  if (text.includes('\uFFFD')) {
    changed.push(articleRemark(t('remarks:html.badBytes')))
  }
  return {
    text,
    metadata: {
      ...said,
      title: article?.title?.trim() || wholeTitle || null,
      author: oneLineOf(article?.byline),
      source: oneLineOf(article?.siteName),
      date:
        isoDateOf(article?.publishedTime ?? '') ?? said.date ?? oneLineOf(article?.publishedTime),
      language: said.language ?? languageOf(article?.lang ?? ''),
    },
    changed,
  }
}

/** What Readability finds; `null` for nothing. */
async function findArticle(document: PageDocument) {
  const { Readability } = await import('@mozilla/readability')
  try {
    return boundedly(() => new Readability(document, { serializer: pageText }).parse())
  } catch (error) {
    // It goes through the page by rules of thumb that not every tree of broken tags bears.
    if (error instanceof TypeError) return null
    throw error
  }
}

/** All text of a page, without looking for the article in it. Throws `Refusal`. */
export async function bodyText(markup: string): Promise<string> {
  workOf(markup)
  const document = await parsePage(markup)
  return boundedly(() => pageText(document.body))
}

function oneLineOf(text: string | null | undefined): string | null {
  return text?.replaceAll(/\s+/g, ' ').trim() || null
}
