import { basename, extname } from 'node:path/posix'

import { t } from '../../../../../shared/language/translate.ts'
import type { ImportFormat } from '../../import-format.ts'
import { Refusal } from '../../refusal.ts'
import { readConfiguration } from './configuration.ts'
import { documentOf } from './document.ts'
import { gather } from './gather.ts'
import { readStandoff, readTextOf } from './source.ts'
import { standoffLineOf } from './standoff-line.ts'
import { tagSetOf } from './tag-set.ts'
import { vocabularyOf } from './vocabulary.ts'

/**
 * brat stand-off: `a.ann` on the text of `a.txt`, with `annotation.conf` and `visual.conf` of the same folder. Read as brat
 * itself reads them (nlplab/brat, server/src/annotation.py and projectconfig.py).
 */
export const bratFormat: ImportFormat = {
  id: 'brat',
  name: 'brat',
  extensions: ['.ann'],
  recognise: ({ path, text, siblingNames }) => {
    if (extname(path).toLowerCase() !== '.ann') return 'no'
    const first = (text ?? '').split(/\r?\n/, 200).find((line) => line.trim() !== '')
    const line = first === undefined ? null : standoffLineOf(first)
    if (line !== null && line.kind !== 'broken') return 'certain'
    return siblingNames.includes(textNameOf(path)) ? 'likely' : text === null ? 'no' : 'possible'
  },
  companions: ({ path }) => [
    textNameOf(path),
    'annotation.conf',
    'visual.conf',
    'tools.conf',
    'kb_shortcuts.conf',
  ],
  async *read(file) {
    const source = file.sibling(textNameOf(file.path))
    if (source === null) {
      throw new Refusal({
        code: 'notFound',
        reason: t('remarks:brat.noText', { name: textNameOf(file.path) }),
      })
    }
    const { configuration, refused } = await readConfiguration(file)
    for (const remark of refused) yield { kind: 'refused', remark }
    if (configuration !== null) yield { kind: 'tagSet', tagSet: tagSetOf(configuration) }
    const standoff = await readStandoff(file)
    const text = await readTextOf(source)
    const gathered = gather(standoff.lines, vocabularyOf(configuration))
    yield {
      kind: 'document',
      document: documentOf({
        title: stemOf(file.path),
        text,
        gathered,
        refused: standoff.refused,
        isOwn: (configuration?.held ?? null) !== null,
      }),
    }
  },
}

function stemOf(path: string): string {
  return basename(path, extname(path))
}

function textNameOf(path: string): string {
  return `${stemOf(path)}.txt`
}
