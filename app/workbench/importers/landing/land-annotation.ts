import { basename } from 'node:path/posix'

import { t } from '../../../../shared/language/translate.ts'
import type { Annotation } from '../../../../shared/model/annotation.ts'
import type { AttributeValues } from '../../../../shared/model/attribute.ts'
import { timeSchema } from '../../../../shared/model/id.ts'
import type { Suggestion } from '../../../../shared/model/suggestion.ts'
import { quoteOf } from '../../../../shared/text/span.ts'
import type { ForeignAnnotation } from '../foreign.ts'
import type { Told } from './landed.ts'
import { areWellFormed, recordOf, remark, type Landing } from './landing.ts'
import { placeAnnotation, type Ground, type Placement } from './place-annotation.ts'
import { wellFormed } from './well-formed.ts'

export type LandedAnnotation =
  | { readonly kind: 'annotation'; readonly annotation: Annotation; readonly told: readonly Told[] }
  | { readonly kind: 'suggestion'; readonly suggestion: Suggestion; readonly told: readonly Told[] }
  | { readonly kind: 'refused'; readonly told: readonly Told[] }

/** Makes an annotation of the project of one of another tool, or what waits for review in its place. */
export function landAnnotation(
  landing: Landing,
  ground: Ground,
  foreign: ForeignAnnotation,
  { documentId, path }: { readonly documentId: string; readonly path: string },
): LandedAnnotation {
  const about = aboutAnnotation(foreign)
  if (!areWellFormed(textsOf(foreign))) {
    const reason = t('remarks:landing.loneSurrogate')
    return refused(remark({ ...about, code: 'undecodable', reason }))
  }
  if (foreign.label === '') {
    return refused(remark({ ...about, code: 'malformed', reason: t('remarks:landing.noLabel') }))
  }
  const placement = placeAnnotation(foreign, ground)
  if (placement.kind === 'empty') {
    const reason = t('remarks:landing.noText')
    return refused(remark({ ...about, code: 'malformed', reason, expected: foreign.quote }))
  }
  const common = commonOf(landing, foreign, documentId)
  landing.tagSet.useLabel(foreign.label, common.attributes)
  if (placement.kind === 'placed' && foreign.predicted === null) {
    const { spans, mended } = placement
    const quote = quoteOf(ground.landed.text, spans)
    const told: readonly Told[] =
      mended === null
        ? []
        : [
            {
              outcome: 'changed',
              ...remark({
                ...about,
                code: 'notHeld',
                reason: t(`remarks:landing.mended.${mended}`),
              }),
            },
          ]
    return { kind: 'annotation', annotation: { ...common, spans, quote }, told }
  }
  const suggestion: Suggestion = {
    ...common,
    // What is only shown of a text may begin or end within a character: that shows there.
    ...wellFormed({
      ...standing(placement, ground),
      origin: `${basename(path)}, ${foreign.place}`,
    }),
    score: foreign.predicted?.score ?? null,
    relations: [],
  }
  return { kind: 'suggestion', suggestion, told: toldOf(suggestion, about) }
}

/** What a report says of where an annotation is. */
export function aboutAnnotation({ predicted, place, key }: ForeignAnnotation) {
  return { thing: predicted === null ? 'annotation' : 'suggestion', place, id: key } as const
}

function refused(told: ReturnType<typeof remark>): LandedAnnotation {
  return { kind: 'refused', told: [{ ...told, outcome: 'refused' }] }
}

/** A prediction that fits needs no report: it is stored as the suggestion that it is. */
function toldOf(
  { reason, expected, found }: Suggestion,
  about: Pick<Told, 'thing' | 'place' | 'id'>,
): readonly Told[] {
  if (reason === 'predicted') return []
  const shown = { expected: clipped(expected), found: clipped(found) }
  const words = {
    code: 'unlawful',
    reason: t(`remarks:landing.review.${reason}`),
    ...shown,
  } as const
  return [{ outcome: 'review', ...remark({ ...about, ...words }) }]
}

/** As much of a text as a report or the review list shows, in UTF-16 code units. */
const longestShown = 1000

function clipped(text: string | null): string | null {
  if (text === null || text.length <= longestShown) return text
  return `${text.slice(0, longestShown).toWellFormed()}…`
}

function standing(placement: Exclude<Placement, { kind: 'empty' }>, ground: Ground) {
  if (placement.kind === 'placed') {
    const text = quoteOf(ground.landed.text, placement.spans)
    const shown = clipped(text)
    return {
      reason: 'predicted',
      expected: shown,
      found: shown,
      proposal: placement.spans,
    } as const
  }
  const { reason, expected, found, proposal } = placement
  return { reason, expected, found: clipped(found), proposal } as const
}

function commonOf(landing: Landing, foreign: ForeignAnnotation, documentId: string) {
  const createdAt = timeOf(foreign.createdAt) ?? timeOf(foreign.updatedAt) ?? landing.now
  return {
    id: landing.idFor(foreign.id),
    documentId,
    label: foreign.label,
    attribution: landing.attributionOf(foreign.speakers),
    attributes: recordOf(foreign.attributes),
    note: foreign.note === '' ? null : foreign.note,
    annotator: foreign.annotator ?? landing.annotator,
    createdAt,
    updatedAt: timeOf(foreign.updatedAt) ?? createdAt,
  }
}

/** A time of the model's own form, or one that can be brought to it. */
function timeOf(given: string | null): string | null {
  if (given === null) return null
  if (timeSchema.safeParse(given).success) return given
  const time = Date.parse(given)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

function textsOf(foreign: ForeignAnnotation): readonly (string | null)[] {
  const { label, note, annotator, quote, speakers } = foreign
  return [label, note, annotator, quote, ...speakers, ...attributeTexts(foreign.attributes)]
}

function attributeTexts(attributes: AttributeValues): readonly string[] {
  return Object.entries(attributes).flatMap(([name, value]) => [
    name,
    ...[value].flat().filter((part) => typeof part === 'string'),
  ])
}
