import type { ImportFormat } from '../../import-format.ts'
import { jsonItems } from '../../json-items.ts'
import { firstItemOf, type FirstItem } from '../../json-sample.ts'
import { tellUnread } from '../../unread-fields.ts'
import { readTask } from './task.ts'

/**
 * Prodigy’s JSON Lines (https://prodi.gy/docs/api-interfaces) and spaCy’s training data of version 2: a text with
 * `entities`, or a pair of a text and an object that has them. Both are Python, so offsets are code points.
 */
export const prodigyFormat: ImportFormat = {
  id: 'prodigy',
  name: 'Prodigy or spaCy',
  extensions: ['.jsonl', '.json'],
  recognise: ({ text }) => {
    const item = firstItemOf(text)
    return item === null ? 'no' : recogniseItem(item)
  },
  async *read(file) {
    const unread = new Set<string>()
    for await (const item of jsonItems(file)) {
      if ('refusal' in item) yield { kind: 'refused', remark: item.refusal }
      else yield readTask(item.value, item.place, unread)
      yield { kind: 'progress', bytes: item.end }
    }
    yield* tellUnread(unread)
  },
}

function recogniseItem({ shape, fields }: FirstItem): ReturnType<ImportFormat['recognise']> {
  const starts = (name: string, pattern: RegExp) => pattern.test(fields.get(name) ?? '')
  const entities =
    starts('entities', /^\[\s*\[\s*\d+\s*,\s*\d+/) || starts('entities', /"start"\s*:/)
  if (shape === 'pair' || shape === 'pairs') {
    return fields.has('entities') || fields.has('cats') || fields.has('spans') ? 'likely' : 'no'
  }
  if (['_input_hash', '_task_hash'].some((name) => fields.has(name))) return 'certain'
  const answered = starts('answer', /^"(?:accept|reject|ignore)"/)
  if (answered && (fields.has('text') || fields.has('meta'))) return 'certain'
  if (!fields.has('text')) return 'no'
  const spans = starts('spans', /^\[\s*(?:\]|\{[^[\]]*"start"\s*:)/)
  return spans || entities || starts('tokens', /^\[\s*\{[^[\]]*"start"\s*:/) ? 'likely' : 'no'
}
