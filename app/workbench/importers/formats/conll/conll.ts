import { basename, extname } from 'node:path/posix'

import { t } from '../../../../../shared/language/translate.ts'
import type { Reading } from '../../foreign.ts'
import type { ImportFormat, Recognition, Sample } from '../../import-format.ts'
import { remark } from '../../landing/landing.ts'
import { Refusal } from '../../refusal.ts'
import { buildDocument, type DocumentBuilder } from './document.ts'
import { findLayout, type Layout } from './layout.ts'
import { partsOf } from './sentences.ts'
import { openLines } from './source.ts'

const extensions = ['.conll', '.conllu', '.conllup', '.iob', '.iob2', '.bio']

/** How often progress is told, in bytes. */
const progressStep = 1024 * 1024

/**
 * CoNLL: a word on each line with its tags in further columns, a blank line after each sentence. As in CoNLL-2002 and 2003
 * (`-DOCSTART-`), CoNLL-U (universaldependencies.org/format.html) and CoNLL-U Plus. The scheme of each column of tags is
 * found out from its tags.
 */
export const conllFormat: ImportFormat = {
  id: 'conll',
  name: 'CoNLL',
  extensions,
  recognise,
  async *read(file) {
    const { lines, layout, decoding } = await openLines(file)
    if (layout === null) {
      const reason = t('remarks:conll.noWords')
      throw new Refusal({ code: 'empty', reason })
    }
    yield* readingsAbout(layout)
    const stem = basename(file.path, extname(file.path))
    let told = 0
    let count = 1
    const finished = (builder: DocumentBuilder): readonly Reading[] => {
      const document = builder.finish(layout.documents === 1 ? stem : `${stem} ${count}`)
      if (document === null) return []
      count += 1
      return [{ kind: 'document', document }]
    }
    const start = (line: number, id: string | null) =>
      buildDocument({ layout, place: layout.documents === 1 ? null : `line ${line}`, id, decoding })

    let builder = start(1, null)
    for await (const part of partsOf(lines(), layout)) {
      if (part.kind === 'document') {
        yield* finished(builder)
        builder = start(part.line, part.id)
      } else if (part.kind !== 'read') builder.add(part)
      else if (part.bytes >= told + progressStep) {
        told = part.bytes
        yield { kind: 'progress', bytes: told }
      }
    }
    yield* finished(builder)
  },
}

/** Tables have tabs as well: it takes tags with a type to tell by the content alone. */
function recognise({ path, size, bytes, text }: Sample): Recognition {
  if (text === null) return 'no'
  const lines = text.split(/\r\n|\r|\n/)
  const finder = findLayout()
  for (const line of size > bytes.length ? lines.slice(0, -1) : lines) finder.add(line)
  const layout = finder.layout()
  const isNamed = extensions.includes(extname(path).toLowerCase())
  if (layout !== null && layout.held !== null) return 'certain'
  if (layout === null || layout.width < 2) return 'no'
  if (text.startsWith('-DOCSTART-')) return 'certain'
  const hasTags = /(?:^|[\t ])[BILUESMW]-[^\t ]+[\t ]*$/m.test(text) && layout.tags.length > 0
  if (isNamed) return hasTags || layout.ids !== null ? 'certain' : 'likely'
  return hasTags ? 'likely' : 'no'
}

function* readingsAbout({ held, tags, others }: Layout): Generator<Reading> {
  if (held !== null) yield { kind: 'tagSet', tagSet: { ...held, attributeKinds: {} } }
  const about = { thing: 'other', code: 'notHeld' } as const
  if (tags.length === 0) {
    const reason = t('remarks:conll.noTags')
    yield { kind: 'changed', remark: remark({ ...about, reason }) }
  } else if (others.length > 0) {
    const key = others.length === 1 ? 'remarks:conll.otherColumn' : 'remarks:conll.otherColumns'
    const reason = t(key, { columns: others.join(', ') })
    yield { kind: 'changed', remark: remark({ ...about, reason }) }
  }
}
