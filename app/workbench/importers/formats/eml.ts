import { basename, extname } from 'node:path'

import type { Address, Attachment, Email } from 'postal-mime'

import type { Remark } from '../../../../shared/exchange/remark.ts'
import { t } from '../../../../shared/language/translate.ts'
import { articleOf, articleRemark } from '../article.ts'
import type { ImportFormat } from '../import-format.ts'
import { isoDateOf } from '../iso-date.ts'
import { Refusal } from '../refusal.ts'
import { titleFrom, titleFromFileName } from '../title.ts'
import { bodyText } from './html/html.ts'
import { languageOf } from './html/page-metadata.ts'

/** Deepest nesting of parts that is read, and of messages in messages. */
const limits = { maxNestingDepth: 32, maxHeadersSize: 1024 * 1024, maxRfc822NestingDepth: 5 }

/** Most lines that may be the end of a part: each is compared with all boundaries of the message. */
const maxBoundaries = 2000

const extensions = ['.eml']

/** Header fields that only programs write (RFC 5322, 3.6, and RFC 2045, 4). */
const technical = /^(?:message-id|received|mime-version|return-path|delivered-to|dkim-signature):/im

/**
 * A mail (RFC 5322, MIME): the text part, or else the HTML part by the rules for the text of a page. A message within
 * the message follows with its heads where it is shown in place, and is an attachment otherwise.
 */
export const emlFormat: ImportFormat = {
  id: 'eml',
  name: 'Mail',
  extensions,
  recognise: ({ path, bytes }) => {
    const head = headOf(bytes)
    const named = extensions.includes(extname(path).toLowerCase())
    if (head === null) return 'no'
    if (/^from:/im.test(head) && /^date:/im.test(head) && technical.test(head)) return 'certain'
    return named ? 'likely' : 'no'
  },
  async *read(file) {
    const email = await parse(await file.bytes())
    const plain = email.text ?? ''
    const text = plain.trim() === '' ? await bodyText(email.html ?? '') : plain
    if (text.trim() === '') {
      throw new Refusal({
        code: 'empty',
        reason: t('remarks:eml.noText'),
      })
    }
    const changed: Remark[] = []
    if (email.attachments.length > 0) changed.push(attachmentsRemark(email.attachments))
    if (text.includes('\uFFFD')) {
      changed.push(articleRemark(t('remarks:eml.badBytes')))
    }
    yield articleOf({
      text,
      // Each part of a mail has an encoding of its own.
      decoding: { encoding: 'utf-8', byteOrderMark: false },
      metadata: {
        title: titleFrom(email.subject ?? '', titleFromFileName(basename(file.path))),
        author: email.from === undefined ? null : email.from.name || wordsOf(email.from) || null,
        date: isoDateOf(email.date ?? ''),
        language: languageOf(headerOf(email, 'content-language') ?? ''),
        other: headsOf(email),
      },
      changed,
    })
  },
}

/** The lines before the first empty one, where all of them are header fields; `null` otherwise. */
function headOf(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf|^From .*\r?\n/, '')
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length
  const lines = start.slice(0, end).split(/\r?\n/)
  // The last line may be cut off.
  const whole = end === start.length ? lines.slice(0, -1) : lines
  const fields = whole.every(
    (line, index) => /^[!-9;-~]+[ \t]*:/.test(line) || (index > 0 && /^[ \t]/.test(line)),
  )
  return fields && whole.length > 0 ? whole.join('\n') : null
}

async function parse(bytes: Uint8Array): Promise<Email> {
  refuseBoundaries(Buffer.from(bytes))
  const { default: PostalMime } = await import('postal-mime')
  try {
    return await PostalMime.parse(bytes, limits)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refusal({
      code: 'damaged',
      reason: t('remarks:eml.unreadable', { reason: why.slice(0, 200) }),
    })
  }
}

function refuseBoundaries(bytes: Buffer): void {
  let count = 0
  for (let at = bytes.indexOf('\n--'); at !== -1; at = bytes.indexOf('\n--', at + 3)) count += 1
  if (count <= maxBoundaries) return
  throw new Refusal({
    code: 'hostile',
    reason: t('remarks:eml.tooManyParts', { limit: String(maxBoundaries) }),
  })
}

function headerOf(email: Email, name: string): string | null {
  return email.headers.find(({ key }) => key === name)?.value ?? null
}

/** What a mail says of itself besides its own fields, by the names of its heads. */
function headsOf(email: Email): Readonly<Record<string, string>> {
  const heads = [
    ['From', email.from === undefined ? '' : wordsOf(email.from)],
    ['To', (email.to ?? []).map(wordsOf).join(', ')],
    ['Cc', (email.cc ?? []).map(wordsOf).join(', ')],
    ['Message-ID', email.messageId ?? ''],
  ] as const
  return Object.fromEntries(heads.filter(([, value]) => value !== ''))
}

function wordsOf({ name, address, group }: Address): string {
  if (address === undefined) return `${name}: ${group.map(wordsOf).join(', ')};`
  return name === '' ? address : `${name} <${address}>`
}

function attachmentsRemark(attachments: readonly Attachment[]): Remark {
  const names = attachments
    .slice(0, 20)
    .map(({ filename, mimeType }) => t('remarks:fields.quoted', { name: filename ?? mimeType }))
    .join(', ')
  const more = attachments.length - 20
  return articleRemark(
    more > 0
      ? t('remarks:eml.attachmentsAndMore', { names, more: String(more) })
      : t('remarks:eml.attachments', { names }),
  )
}
