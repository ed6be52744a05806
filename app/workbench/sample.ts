import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { t } from '../../shared/language/translate.ts'
import { annotationSchema, type Annotation } from '../../shared/model/annotation.ts'
import { attributeValueSchema } from '../../shared/model/attribute.ts'
import type { Change } from '../../shared/model/change.ts'
import type { Document } from '../../shared/model/document.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { JournalDraft } from '../../shared/model/journal.ts'
import { speakerSchema } from '../../shared/model/speaker.ts'
import { quoteOf, spansSchema, type Span } from '../../shared/text/span.ts'
import { articleOf } from './importers/article.ts'
import { decodeText } from './importers/decode.ts'
import { landDocument } from './importers/landing/land-document.ts'
import { startLanding } from './importers/landing/landing.ts'
import { sha256Of } from './sha256.ts'

/** `annotations.json` of the sample: what to tag by its exact words, of which some occur more than once. */
const sampleSchema = z.strictObject({
  file: z.string(),
  title: z.string(),
  source: z.string(),
  language: z.string(),
  /** `key` is the name that `attribution` uses. */
  speakers: z.array(speakerSchema.unwrap().omit({ id: true }).extend({ key: z.string() })),
  annotations: z.array(
    z.strictObject({
      /** Name that `relations` use. */
      key: z.string(),
      label: z.string(),
      /** More than one for a discontinuous annotation. `occurrence` counts from 1. */
      pieces: z.array(z.strictObject({ text: z.string().min(1), occurrence: z.int().positive() })),
      /** Keys of speakers, outermost first. */
      attribution: z.array(z.string()),
      attributes: z.record(z.string(), attributeValueSchema),
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
  const { document, text } = await readArticle(folder, sample)
  const speakers = new Map(
    sample.speakers.map(({ key, ...speaker }) => [key, { id: newId(), ...speaker }]),
  )
  const annotations = new Map(
    sample.annotations.map((annotation) => {
      const attribution = annotation.attribution.map((key) => idOf(speakers, key))
      const by = { annotator, attribution }
      return [annotation.key, annotationOf(annotation, document.id, text, by)]
    }),
  )
  const changes: Change[] = [
    { entity: 'document', before: null, after: document },
    ...[...speakers.values()].map((after): Change => ({ entity: 'speaker', before: null, after })),
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
  return {
    draft: { id: newId(), annotator, summary: t('acts:sample.open'), changes },
    texts: [text],
  }
}

async function readArticle(
  folder: string,
  { file, title, source, language }: z.infer<typeof sampleSchema>,
): Promise<{ readonly document: Document; readonly text: string }> {
  const bytes = await readFile(join(folder, file))
  const decoded = decodeText({ name: file, bytes })
  if (!decoded.ok) throw new Error(decoded.failure.message)
  const { text: content, ...decoding } = decoded.value
  const start = { annotator: '', now: timeNow(), speakers: [], isTaken: () => false }
  const article = articleOf({ text: content, decoding, metadata: { title, source, language } })
  const { landed } = landDocument(startLanding(start), article.document, {
    path: file,
    format: 'text',
    byteLength: bytes.length,
    sha256: sha256Of(bytes),
  })
  if (landed?.document == null) throw new Error('The sample’s article cannot be read.')
  return { document: landed.document, text: landed.text }
}

function annotationOf(
  described: SampleAnnotation,
  documentId: string,
  text: string,
  by: Pick<Annotation, 'annotator' | 'attribution'>,
): Annotation {
  const { label, pieces, attributes, note } = described
  const spans = spansSchema.parse(pieces.map((piece) => find(text, piece.text, piece.occurrence)))
  const now = timeNow()
  return annotationSchema.parse({
    id: newId(),
    documentId,
    label,
    spans,
    quote: quoteOf(text, spans),
    attributes,
    note,
    ...by,
    createdAt: now,
    updatedAt: now,
  })
}

function find(text: string, words: string, occurrence: number): Span {
  let start = -1
  for (let count = 0; count < occurrence; count += 1) {
    start = text.indexOf(words, start + 1)
    if (start === -1) throw new Error(`The sample has no occurrence ${count + 1} of “${words}”.`)
  }
  return { start, end: start + words.length }
}

function idOf(things: ReadonlyMap<string, { readonly id: string }>, key: string): string {
  const thing = things.get(key)
  if (thing === undefined) throw new Error(`The sample has nothing of the name “${key}”.`)
  return thing.id
}
