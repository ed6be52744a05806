import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { arbitrarySpansIn } from '../text/arbitrary-span.ts'
import { arbitraryText } from '../text/arbitrary-text.ts'
import { quoteOf } from '../text/span.ts'
import { breachOf, compareAnnotations, type Annotation } from './annotation.ts'
import { arbitraryAnnotation } from './arbitrary-change.ts'
import { carryAnnotations, changesOfCarrying, type Annotated, type Carried } from './carrying.ts'
import { changesOf } from './change.ts'
import { newId } from './id.ts'

/** A document with annotations of any kind on it and relations between them. */
const annotated: fc.Arbitrary<Annotated> = fc
  .array(arbitraryText, { minLength: 1, maxLength: 6 })
  .map((parts) => `${parts.join('\n\n')}word`)
  .chain((text) =>
    fc.record({
      text: fc.constant(text),
      drafts: fc.uniqueArray(fc.tuple(arbitraryAnnotation, arbitrarySpansIn(text)), {
        selector: ([{ id }]) => id,
        maxLength: 6,
      }),
      joins: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('denies', 'repeats')), {
        maxLength: 4,
      }),
    }),
  )
  .map(({ text, drafts, joins }) => {
    const documentId = newId()
    const annotations = drafts
      .flatMap(([annotation, spans]) =>
        spans === null ? [] : [{ ...annotation, documentId, spans, quote: quoteOf(text, spans) }],
      )
      .toSorted(compareAnnotations)
    const relations = joins.flatMap(([one, other, type]) => {
      const [from, to] = [one, other].map((rank) => annotations[rank % annotations.length]?.id)
      return from === undefined || to === undefined ? [] : [{ id: newId(), type, from, to }]
    })
    return { documentId, text, annotations, relations }
  })

/** The same document and a copy of it with something put in somewhere. */
const copied = fc.tuple(annotated, arbitraryText, fc.nat()).map(([from, extra, cut]) => {
  const at = cut % (from.text.length + 1)
  return { from, to: blank(from.text.slice(0, at) + extra + from.text.slice(at)) }
})

function blank(text: string): Annotated {
  return { documentId: newId(), text, annotations: [], relations: [] }
}

/** A document after what was carried to it is in it. */
function after(to: Annotated, { added, relations }: Carried): Annotated {
  return {
    ...to,
    annotations: [...to.annotations, ...added].toSorted(compareAnnotations),
    relations: [...to.relations, ...relations],
  }
}

/** What of an annotation does not depend on which document it is in, or when it came there. */
function essenceOf({ label, spans, quote, attribution, attributes, note, annotator }: Annotation) {
  return { label, spans, quote, attribution, attributes, note, annotator }
}

describe('carryAnnotations', () => {
  test('whatever is carried slices to its quote, and every original is accounted for', () => {
    fc.assert(
      fc.property(copied, ({ from, to }) => {
        const { added, standing, unfit } = carryAnnotations(from, to)
        for (const annotation of added) {
          expect(breachOf(to.text, annotation.spans, annotation.quote)).toBeNull()
          expect(annotation.documentId).toBe(to.documentId)
        }
        expect(standing).toEqual([])
        expect(added.length + unfit.length).toBe(from.annotations.length)
      }),
      { numRuns: 500 },
    )
  })

  test('an identical copy gets the same annotations and relations', () => {
    fc.assert(
      fc.property(annotated, (from) => {
        const { added, relations, unfit } = carryAnnotations(from, blank(from.text))
        expect(unfit).toEqual([])
        expect(added.map(essenceOf)).toEqual(from.annotations.map(essenceOf))
        const rankOf = (annotations: readonly Annotation[], id: string) =>
          annotations.findIndex((annotation) => annotation.id === id)
        const keys = (of: typeof relations, annotations: readonly Annotation[]) =>
          new Set(
            of.map(
              ({ type, from: one, to: other }) =>
                `${type} ${rankOf(annotations, one)} ${rankOf(annotations, other)}`,
            ),
          )
        expect(keys(relations, added)).toEqual(keys(from.relations, from.annotations))
      }),
      { numRuns: 300 },
    )
  })

  test('carried twice, nothing is added the second time', () => {
    fc.assert(
      fc.property(copied, ({ from, to }) => {
        const first = carryAnnotations(from, to)
        const second = carryAnnotations(from, after(to, first))
        expect(second.added).toEqual([])
        expect(second.relations).toEqual([])
        expect(second.standing).toHaveLength(first.added.length)
        expect(second.unfit).toEqual(first.unfit)
      }),
      { numRuns: 500 },
    )
  })

  test('another label at the same place does not stand in the way', () => {
    fc.assert(
      fc.property(annotated, (from) => {
        const first = carryAnnotations(from, blank(from.text))
        const others = first.added.map((annotation) => ({ ...annotation, label: 'rumour' }))
        const to = { ...blank(from.text), annotations: others }
        expect(carryAnnotations(from, to).standing).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('an annotation that does not fit its own text is not carried', () => {
    const text = 'The mayor said the bridge is safe, and nobody denied it.'
    const [annotation] = fc.sample(arbitraryAnnotation, 1)
    if (annotation === undefined) throw new Error('there is one')
    const from = {
      ...blank(text),
      annotations: [{ ...annotation, quote: 'another', spans: [{ start: 4, end: 9 }] }],
    }
    expect(carryAnnotations(from, blank(text)).unfit).toHaveLength(1)
  })
})

test('what somebody leaves out takes its relations along', () => {
  fc.assert(
    fc.property(annotated, fc.nat(), (from, mask) => {
      const carried = carryAnnotations(from, blank(from.text))
      const kept = new Set(
        carried.added.filter((_, rank) => (mask >> rank) % 2 === 0).map(({ id }) => id),
      )
      const changes = changesOfCarrying(carried, ({ id }) => kept.has(id))
      expect(new Set(changesOf(changes, 'annotation').map((change) => change.after?.id))).toEqual(
        kept,
      )
      const wanted = carried.relations.filter((one) => kept.has(one.from) && kept.has(one.to))
      expect(changesOf(changes, 'relation').map((change) => change.after)).toEqual(wanted)
    }),
    { numRuns: 300 },
  )
})
