import { t } from '../../../../../shared/language/translate.ts'
import { sentenceStartsOf } from '../../../../../shared/text/sentences.ts'
import { extentOf } from '../../../../../shared/text/span.ts'
import type { DatasetDocument } from '../../dataset.ts'
import type { ExportFormat, ExportLog, Piece } from '../../export-format.ts'
import { lineOfJson, tagSetComments } from '../../tag-set-comments.ts'
import { chooseFor, columnsOf, tagger, type Column } from './columns.ts'
import { comment, documentFields, valueOnLine } from './comments.ts'
import type { Chosen } from './overlaps.ts'
import { sentenceGroups } from './sentence-groups.ts'
import { tokensOf, type Token } from './tokens.ts'

/**
 * CoNLL with IOB2 tags: a line for each token, its columns parted by tabs, and a blank line after each sentence. Comments are
 * those of CoNLL-U (universaldependencies.org/format.html: `newdoc`, `newpar`, `text`) and CoNLL-U Plus (`global.columns`); `before` and
 * `after` have white space that these do not say, so that the text can be had back exactly.
 */
export const conllFormat: ExportFormat = {
  id: 'conll',
  name: 'CoNLL',
  extension: '.conll',
  loses: () => [
    'discontinuity',
    'speakers',
    'speakerDetails',
    'attributes',
    'notes',
    'annotators',
    'times',
    'ids',
    'relations',
    'relationsAcrossDocuments',
    'documentIds',
    'assignee',
    'tags',
    'provenance',
    'suggestions',
  ],
  start: (head, options, log) => {
    const columns = columnsOf(head, options)
    return {
      opening: () => {
        const names = ['FORM', ...columns.map(({ name }) => name)].join(' ')
        const held = tagSetComments(head, { speakers: false })
        return piece(`${comment('global.columns', names)}${held.join('\n')}\n\n`)
      },
      document: (document) => {
        const chosen = chooseFor(columns, document, options)
        tellDropped(columns, chosen, log)
        return linesOf(document, chosen)
      },
      closing: () => [],
    }
  },
}

function piece(content: string): readonly Piece[] {
  return [{ file: '', content }]
}

function* linesOf(document: DatasetDocument, chosen: readonly Chosen[]): Generator<Piece> {
  const { text, language } = document
  yield* piece(headOf(document))
  const spans = chosen.flatMap(({ kept }) => kept.map((annotation) => extentOf(annotation.spans)))
  const tags = chosen.map(({ kept }) => tagger(kept))
  const tokens = tokensOf(text, spans, language)
  let end = 0
  for (const sentence of sentenceGroups(tokens, sentenceStartsOf(text, language), spans)) {
    const first = sentence[0]?.start ?? end
    const last = sentence.at(-1)?.end ?? first
    const lines = sentence.map((token) => lineOf(token, tags))
    const own = comment('text', valueOnLine(text.slice(first, last)))
    yield* piece(`${gapBefore(text.slice(end, first), end === 0)}${own}${lines.join('')}\n`)
    end = last
  }
  if (end < text.length) yield* piece(`${comment('after', lineOfJson(text.slice(end)))}\n`)
}

function lineOf(token: Token, tags: readonly ((token: Token) => string)[]): string {
  return `${[token.form, ...tags.map((tag) => tag(token))].join('\t')}\n`
}

/** What a reader would take for granted is left out: one space, and an empty line between paragraphs. */
function gapBefore(gap: string, isFirst: boolean): string {
  if (gap === (isFirst ? '' : ' ')) return ''
  return gap === '\n\n' && !isFirst ? '# newpar\n' : comment('before', lineOfJson(gap))
}

function headOf(document: DatasetDocument): string {
  const fields = documentFields.flatMap((name) => {
    const value = document[name]
    return value === null || (name === 'status' && value === 'todo')
      ? []
      : [comment(name, valueOnLine(value))]
  })
  const hasMetadata = Object.keys(document.metadata).length > 0
  return [
    comment('newdoc id', valueOnLine(document.title)),
    ...fields,
    ...(hasMetadata ? [comment('metadata', lineOfJson(document.metadata))] : []),
  ].join('')
}

function tellDropped(columns: readonly Column[], chosen: readonly Chosen[], log: ExportLog): void {
  for (const { dropped } of chosen) {
    for (const { annotation, by } of dropped) {
      const where = columns.length > 1 ? 'ofLabel' : 'ofColumn'
      log.refuse({
        thing: 'annotation',
        place: null,
        id: annotation.id,
        code: 'notHeld',
        reason:
          by === null
            ? t(`formats:changed.conllOverlap.${where}.bySome`)
            : t(`formats:changed.conllOverlap.${where}.byAnother`, { by: by.id }),
        expected: annotation.quote,
        found: by?.quote ?? null,
      })
    }
  }
}
