import type { ImportFormat } from '../../import-format.ts'
import { jsonItems } from '../../json-items.ts'
import { firstItemOf } from '../../json-sample.ts'
import { tellUnread } from '../../unread-fields.ts'
import { configNames, readLabelingConfig } from './labeling-config.ts'
import { isMinimal, taskOfMinimal } from './minimal.ts'
import { readTask } from './task.ts'

/**
 * Label Studio’s JSON and JSON-MIN (https://labelstud.io/guide/export): a list of tasks, or one of them. The labelling
 * interface is not in it; where it lies beside the tasks as a file of XML, it says which field holds the text, which
 * labels there are and what choices mean. Offsets are code points (`web/libs/editor/src/utils/selection-tools.js`,
 * `charsToCodePoints`); before October 2021 they were UTF-16 code units, which the texts of the regions prove.
 */
export const labelStudioFormat: ImportFormat = {
  id: 'label-studio',
  name: 'Label Studio',
  extensions: ['.json'],
  recognise: ({ text }) => {
    const item = firstItemOf(text)
    if (item === null || (item.shape !== 'object' && item.shape !== 'objects')) return 'no'
    const { fields } = item
    const data = fields.get('data')?.startsWith('{') === true
    const sets = ['annotations', 'completions', 'predictions'].flatMap(
      (name) => fields.get(name) ?? [],
    )
    if (sets.some((set) => /^\[\s*(?:\]|\{)/.test(set)) && data) return 'certain'
    if (sets.some((set) => /"(?:result|completed_by|was_cancelled)"\s*:/.test(set))) {
      return 'certain'
    }
    if (fields.has('annotation_id') && fields.has('lead_time')) return 'certain'
    // JSON-MIN, also where it was written without who annotated and when: regions with a list of labels each.
    const regions =
      /^\[\s*\{(?=[^{}]*"start"\s*:)(?=[^{}]*"end"\s*:)[^{}]*"(?:hypertext)?labels"\s*:\s*\[/
    if ([...fields.values()].some((value) => regions.test(value))) return 'certain'
    return data ? 'likely' : 'no'
  },
  companions: ({ siblingNames }) => siblingNames.filter((name) => configNames.includes(name)),
  async *read(file) {
    const { config, changed } = await readLabelingConfig(file)
    if (changed !== null) yield { kind: 'changed', remark: changed }
    if (config !== null) yield { kind: 'tagSet', tagSet: config.tagSet }
    const unread = new Set<string>()
    for await (const item of jsonItems(file)) {
      if ('refusal' in item) yield { kind: 'refused', remark: item.refusal }
      else {
        const task = isMinimal(item.value) ? taskOfMinimal(item.value) : item.value
        yield await readTask(task, { place: item.place, config, unread })
      }
      yield { kind: 'progress', bytes: item.end }
    }
    yield* tellUnread(unread)
  },
}
