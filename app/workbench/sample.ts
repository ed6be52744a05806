import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { annotationSchema, type Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { JournalDraft } from '../../shared/model/journal.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { quoteOf, spansSchema, type Span } from '../../shared/text/span.ts'
import { buildDocument } from './importers/build-document.ts'

/** `annotations.json` of the sample: what to tag by its exact words, of which some occur more than once. */
const sampleSchema = z.strictObject({
  file: z.string(),
  title: z.string(),
  source: z.string(),
  language: z.string(),
  annotations: z.array(
    z.strictObject({
      /** Name that `relations` use. */
      key: z.string(),
      label: z.string(),
      /** More than one for a discontinuous annotation. `occurrence` counts from 1. */
      pieces: z.array(z.strictObject({ text: z.string().min(1), occurrence: z.int().positive() })),
      speaker: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  relations: z.array(z.strictObject({ type: z.string(), from: z.string(), to: z.string() })),
})

type SampleAnnotation = z.infer<typeof sampleSchema>['annotations'][number]

/**
 * The sample as one act for an empty project with the default tag set, and the text it names. `folder` is
 * `resources/sample`. Throws where the sample contradicts itself: it is part of the product, not somebody's input.
 */
export async function sampleDraft(
  folder: string,
  annotator: string,
): Promise<{ readonly draft: JournalDraft; readonly texts: readonly string[] }> {
  const described: unknown = JSON.parse(await readFile(join(folder, 'annotations.json'), 'utf8'))
  const sample = sampleSchema.parse(described)
  const built = await buildDocument({ kind: 'path', path: join(folder, sample.file) }, 'text')
  if (!built.ok) throw new Error(built.failure.message)
  const { text } = built.value
  const { title, source, language } = sample
  const document = { ...built.value.document, title, source, language }
  const names = new Set(sample.annotations.flatMap(({ speaker }) => speaker ?? []))
  const speakers = Array.from(names, speakerOf)
  const annotations = new Map(
    sample.annotations.map((annotation) => {
      const attribution = speakers
        .filter(({ name }) => name === annotation.speaker)
        .map(({ id }) => id)
      return [
        annotation.key,
        annotationOf(annotation, document.id, text, { annotator, attribution }),
      ]
    }),
  )
  const changes: Change[] = [
    { entity: 'document', before: null, after: document },
    ...speakers.map((after): Change => ({ entity: 'speaker', before: null, after })),
    ...[...annotations.values()].map((after): Change => ({
      entity: 'annotation',
      before: null,
      after,
    })),
    ...sample.relations.map(({ type, from, to }): Change => ({
      entity: 'relation',
      before: null,
      after: { id: newId(), type, from: idOf(annotations, from), to: idOf(annotations, to) },
    })),
  ]
  return { draft: { id: newId(), annotator, summary: 'Open the sample', changes }, texts: [text] }
}

function annotationOf(
  described: SampleAnnotation,
  documentId: string,
  text: string,
  by: Pick<Annotation, 'annotator' | 'attribution'>,
): Annotation {
  const { label, pieces, note } = described
  const spans = spansSchema.parse(pieces.map((piece) => find(text, piece.text, piece.occurrence)))
  const now = timeNow()
  return annotationSchema.parse({
    id: newId(),
    documentId,
    label,
    spans,
    quote: quoteOf(text, spans),
    attributes: {},
    note,
    ...by,
    createdAt: now,
    updatedAt: now,
  })
}

function speakerOf(name: string): Speaker {
  return { id: newId(), name, aliases: [], role: null, organisation: null, anonymous: false }
}

function find(text: string, words: string, occurrence: number): Span {
  let start = -1
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(words, start + 1)
    if (start === -1) throw new Error(`The sample has no occurrence ${count + 1} of “${words}”.`)
  }
  return { start, end: start + words.length }
}

function idOf(annotations: ReadonlyMap<string, Annotation>, key: string): string {
  const annotation = annotations.get(key)
  if (annotation === undefined) throw new Error(`The sample has no annotation “${key}”.`)
  return annotation.id
}
