import { z } from 'zod'

import { excerptOf } from '../text/excerpt.ts'
import { extentOf } from '../text/span.ts'
import type { Annotation } from './annotation.ts'
import { attributeValueSchema, valueOfAttribute } from './attribute.ts'
import { changesOf, type Change } from './change.ts'
import { idSchema } from './id.ts'

/** A speaker, with the name where the act itself named them: undone, it leaves nobody in the registry to look up. */
const namedSchema = z.strictObject({ id: idSchema, name: z.string().nullable() }).readonly()

const differenceSchema = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('label'), from: z.string(), to: z.string() }).readonly(),
  z
    .strictObject({
      part: z.literal('attribution'),
      from: z.array(namedSchema).readonly(),
      to: z.array(namedSchema).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      part: z.literal('attribute'),
      id: z.string(),
      from: attributeValueSchema.nullable(),
      to: attributeValueSchema.nullable(),
    })
    .readonly(),
  z
    .strictObject({
      part: z.literal('note'),
      from: z.string().nullable(),
      to: z.string().nullable(),
    })
    .readonly(),
  /** Excerpts of what came under the annotation and of what is under it no longer. */
  z
    .strictObject({
      part: z.literal('extent'),
      gained: z.array(z.string()).readonly(),
      lost: z.array(z.string()).readonly(),
    })
    .readonly(),
])

/** One way in which an annotation became another. */
export type AnnotationDifference = z.infer<typeof differenceSchema>

/** What an act did to one annotation, in so few words that a list can show them. */
export const annotationActSchema = z
  .strictObject({
    /** Id of its label, after the act unless that removed it. */
    label: z.string(),
    /** The beginning of its quote. */
    quote: z.string(),
    /** Nothing where it was added or removed. */
    differences: z.array(differenceSchema).readonly(),
  })
  .readonly()

export type AnnotationAct = z.infer<typeof annotationActSchema>

/** What changes did to the one annotation among what they are about; `null` where they leave none behind or before. */
export function annotationActOf(changes: readonly Change[]): AnnotationAct | null {
  const series = changesOf(changes, 'annotation')
  const before = series[0]?.before ?? null
  const after = series.at(-1)?.after ?? null
  const annotation = after ?? before
  if (annotation === null) return null
  return {
    label: annotation.label,
    quote: excerptOf(annotation.quote),
    differences: before === null || after === null ? [] : differencesOf(before, after, changes),
  }
}

function differencesOf(
  before: Annotation,
  after: Annotation,
  changes: readonly Change[],
): readonly AnnotationDifference[] {
  return [
    ...(before.label === after.label
      ? []
      : [{ part: 'label', from: before.label, to: after.label } as const]),
    ...(isSame(before.attribution, after.attribution)
      ? []
      : [
          {
            part: 'attribution',
            from: named(before.attribution, changes),
            to: named(after.attribution, changes),
          } as const,
        ]),
    ...attributeDifferences(before, after),
    ...(before.note === after.note
      ? []
      : [{ part: 'note', from: shortened(before.note), to: shortened(after.note) } as const]),
    ...(isSame(before.spans, after.spans) ? [] : [extentDifference(before, after)]),
  ]
}

function attributeDifferences(
  before: Annotation,
  after: Annotation,
): readonly AnnotationDifference[] {
  const ids = new Set([before, after].flatMap(({ attributes }) => Object.keys(attributes)))
  return Array.from(ids, (id) => ({
    part: 'attribute' as const,
    id,
    from: valueOfAttribute(before.attributes, id) ?? null,
    to: valueOfAttribute(after.attributes, id) ?? null,
  })).filter(({ from, to }) => !isSame(from, to))
}

/** What the edges passed over. Where that is not all, what was under the annotation and what is now. */
function extentDifference(before: Annotation, after: Annotation): AnnotationDifference {
  const old = extentOf(before.spans)
  const now = extentOf(after.spans)
  const isOneStretch = before.spans.length === 1 && after.spans.length === 1
  if (!isOneStretch || now.start >= old.end || old.start >= now.end) {
    return { part: 'extent', gained: excerpts([after.quote]), lost: excerpts([before.quote]) }
  }
  return {
    part: 'extent',
    gained: excerpts([
      after.quote.slice(0, Math.max(0, old.start - now.start)),
      after.quote.slice(after.quote.length - Math.max(0, now.end - old.end)),
    ]),
    lost: excerpts([
      before.quote.slice(0, Math.max(0, now.start - old.start)),
      before.quote.slice(before.quote.length - Math.max(0, old.end - now.end)),
    ]),
  }
}

function excerpts(texts: readonly string[]): readonly string[] {
  return texts.map((text) => excerptOf(text.trim())).filter((text) => text !== '')
}

function shortened(text: string | null): string | null {
  return text === null ? null : excerptOf(text)
}

function named(
  ids: readonly string[],
  changes: readonly Change[],
): readonly z.infer<typeof namedSchema>[] {
  const speakers = changesOf(changes, 'speaker').map(({ before, after }) => after ?? before)
  return ids.map((id) => ({ id, name: speakers.find((one) => one?.id === id)?.name ?? null }))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
