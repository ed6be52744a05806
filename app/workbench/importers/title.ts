import { parse } from 'node:path'

import { t } from '../../../shared/language/translate.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Longest title, in UTF-16 code units: the limit of the document model. */
const maxTitleLength = 500

/** A title on one line without white space around it, cut between graphemes; `fallback` where nothing is left. */
export function titleFrom(candidate: string, fallback: string): string {
  return (
    clip(oneLine(candidate), maxTitleLength) ||
    clip(oneLine(fallback), maxTitleLength) ||
    t('remarks:paste.untitled')
  )
}

/** The file's name without its extension. */
export function titleFromFileName(fileName: string): string {
  return titleFrom(parse(fileName).name, fileName)
}

/** The first line that holds something, cut to 80 graphemes. */
export function titleFromFirstLine(text: string, fallback: string): string {
  const line = oneLine(/\S[^\n\r]*/.exec(text)?.[0] ?? '')
  const graphemes = [...segmenter.segment(line.slice(0, maxTitleLength))].slice(0, 81)
  const cut = graphemes.length > 80
  const title = (cut ? graphemes.slice(0, 79) : graphemes).map(({ segment }) => segment).join('')
  return titleFrom(cut ? `${title.trimEnd()}…` : title, fallback)
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

function clip(text: string, length: number): string {
  if (text.length <= length) return text
  let end = 0
  for (const { index, segment } of segmenter.segment(text.slice(0, length * 2))) {
    if (index + segment.length > length) break
    end = index + segment.length
  }
  return text.slice(0, end).trimEnd()
}
