import type { DatasetHead } from '../../dataset.ts'
import { tagSetComments } from '../../tag-set-comments.ts'
import type { BratTypes } from './types.ts'

/**
 * `annotation.conf`: what may be annotated, as brat reads it (server/src/projectconfig.py, `__read_term_hierarchy`), and in
 * comments the tag set and the speakers in full.
 */
export function annotationConf(head: DatasetHead, types: BratTypes): string {
  const { labels, relationTypes, attributes } = types
  return lines([
    '# Offsets in the .ann files count Unicode code points of the .txt files.',
    '# brat passes over the next lines. They hold what it has no place for.',
    ...tagSetComments(head, { speakers: true }),
    '',
    '[entities]',
    ...labels.values(),
    '',
    '[relations]',
    '<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    ...head.relationTypes.map(({ id, from, to }) => {
      const ends = `Arg1:${targets(types, from)}, Arg2:${targets(types, to)}`
      return `${relationTypes.get(id) ?? ''} ${ends}`
    }),
    '',
    '[events]',
    '',
    '[attributes]',
    ...attributes.map(({ type, labels: having, values }) => {
      const words = values.map(({ word }) => word).join('|')
      return `${type} Arg:${targets(types, having)}, Value:${words}`
    }),
  ])
}

/** `visual.conf`: names and colours. */
export function visualConf(head: DatasetHead, types: BratTypes): string {
  const attributeNames = new Map(
    head.labels.flatMap(({ id: label, attributes }) =>
      attributes.map(({ id, name }) => [`${label} ${id}`, name] as const),
    ),
  )
  return lines([
    '[labels]',
    ...head.labels.map(({ id, name }) => named(types.labels.get(id) ?? '', name)),
    ...head.relationTypes.map(({ id, name }) => named(types.relationTypes.get(id) ?? '', name)),
    ...types.attributes.map(({ type, id, labels: [label = ''] }) =>
      named(type, attributeNames.get(`${label} ${id}`) ?? id),
    ),
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    ...head.labels.map(({ id, color }) => {
      const ink = isDark(color) ? 'white' : 'black'
      return `${types.labels.get(id) ?? ''}\tbgColor:${color}, fgColor:${ink}, borderColor:darken`
    }),
  ])
}

/** No label named means any. Labels that are gone from the tag set are left out. */
function targets({ labels }: BratTypes, ids: readonly string[]): string {
  return ids.flatMap((id) => labels.get(id) ?? []).join('|') || '<ENTITY>'
}

/** What is shown for a type, without what has a meaning in the file: bars, macros, the mark of unused types. */
function named(type: string, name: string): string {
  const shown = name
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('|', '/')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/^[!\s]+/, '')
    .trim()
  return `${type} | ${shown || type}`
}

/** Whether white reads better on a colour (`#rrggbb`) than black: relative luminance of WCAG 2. */
function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
