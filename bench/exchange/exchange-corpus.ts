import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { createProject } from '../../app/workbench/project/create-project.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { newId } from '../../shared/model/id.ts'
import { indexCodePoints } from '../../shared/text/code-points.ts'
import { quoteOf, type Span } from '../../shared/text/span.ts'
import { writeArticle } from '../article.ts'
import { createRandom } from '../random.ts'
import { documentOf, valueOf } from '../seed-project.ts'

/** How many documents, and how many annotations in each. */
export type ExchangeScale = { readonly documents: number; readonly annotationsEach: number }

const wordsEach = 650
const labels = defaultLabels.map(({ id }) => id)

/** A generated article with spans on it that overlap as they like. The same number gives the same one everywhere. */
function articleAt(number: number, annotations: number) {
  const random = createRandom(number + 1)
  const { text, words } = writeArticle(wordsEach, random)
  const spans = Array.from({ length: annotations }, () => {
    const first = random.between(0, words.length - 13)
    const last = first + random.between(0, 12)
    const span: Span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 1 }
    return { span, label: random.pick(labels) }
  })
  return { text, spans }
}

/** Writes the articles as brat keeps them: text and stand-off annotations side by side. */
export function writeBratFolder(
  folder: string,
  { documents, annotationsEach }: ExchangeScale,
): void {
  mkdirSync(folder)
  for (let number = 0; number < documents; number += 1) {
    const { text, spans } = articleAt(number, annotationsEach)
    const { fromUtf16 } = indexCodePoints(text)
    const lines = spans.map(({ span, label }, index) => {
      const pieces = linesOf(text, span)
      const offsets = pieces.map(({ start, end }) => `${fromUtf16(start)} ${fromUtf16(end)}`)
      const quote = pieces.map(({ start, end }) => text.slice(start, end)).join(' ')
      return `T${index + 1}\t${label} ${offsets.join(';')}\t${quote}\n`
    })
    const name = String(number).padStart(5, '0')
    writeFileSync(join(folder, `${name}.txt`), text)
    if (annotationsEach > 0) writeFileSync(join(folder, `${name}.ann`), lines.join(''))
  }
}

/** The pieces of a span on each line: brat has no line end within one. */
function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = []
  let from = start
  for (let at = start; at <= end; at += 1) {
    if (at < end && text[at] !== '\n') continue
    if (from < at) pieces.push({ start: from, end: at })
    from = at + 1
  }
  return pieces
}

/** A project of the same articles, in journal entries of a hundred. */
export function writeProject(path: string, { documents, annotationsEach }: ExchangeScale): void {
  const project = valueOf(createProject(path, 'Benchmark'))
  try {
    for (let first = 0; first < documents; first += 100) {
      const some = Array.from({ length: Math.min(100, documents - first) }, (_, index) =>
        changesAt(first + index, annotationsEach),
      )
      const changes = some.flatMap((each) => each.changes)
      const draft = { id: newId(), annotator: 'Benchmark', summary: 'Import', changes }
      valueOf(
        project.commit(
          draft,
          some.map(({ text }) => text),
        ),
      )
    }
  } finally {
    project.close()
  }
}

function changesAt(number: number, annotations: number) {
  const { text, spans } = articleAt(number, annotations)
  const document = documentOf(`Article ${number}`, text)
  const changes: Change[] = [{ entity: 'document', before: null, after: document }]
  for (const { span, label } of spans) {
    const after: Annotation = {
      id: newId(),
      documentId: document.id,
      label,
      spans: [span],
      quote: quoteOf(text, [span]),
      attribution: [],
      attributes: {},
      note: null,
      annotator: 'Benchmark',
      createdAt: document.createdAt,
      updatedAt: document.createdAt,
    }
    changes.push({ entity: 'annotation', before: null, after })
  }
  return { text, changes }
}
