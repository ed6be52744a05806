import * as fc from 'fast-check'

import type { Annotation } from '../../../shared/model/annotation.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import type { Relation } from '../../../shared/model/relation.ts'
import { arbitrarySpansIn } from '../../../shared/text/arbitrary-span.ts'
import { annotationOf, documentOf, draftOf, speakerOf } from '../project/model.fixture.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { newProject, valueOf } from '../project/project.fixture.ts'

/** What is counted in tests: three articles, and who speaks in them. */
export const texts = [
  'The minister said “no ship left”, and nobody denied it.',
  'Ни один корабль не вышел. 👨‍👩‍👧‍👦 The well-known captain agrees.',
  'قال الوزير إنّ السفينة لم تغادر، says the paper.',
] as const
export const speakers = ['Kim', 'Лидия', 'KCNA > Kim'].map(speakerOf)
export const documents = texts.map((text, place) => ({
  ...documentOf(text, `Article ${place}`),
  source: [null, 'KCNA', 'Tass'][place] ?? null,
  date: [null, '2024-05-31', '2023-12'][place] ?? null,
}))
export const labels = ['claim', 'quote', 'denial'] as const
export const annotators = ['Ada', 'Ben'] as const

/** Annotations of these documents, in some of which several people speak. */
export const arbitraryAnnotations: fc.Arbitrary<readonly Annotation[]> = fc
  .array(
    fc.nat({ max: texts.length - 1 }).chain((place) =>
      fc
        .record({
          spans: arbitrarySpansIn(texts[place] ?? ''),
          label: fc.constantFrom(...labels),
          chain: fc.shuffledSubarray(speakers),
          annotator: fc.constantFrom(...annotators),
        })
        .map(({ spans, label, chain, annotator }): Annotation | null => {
          const document = documents[place]
          if (document === undefined || spans === null) return null
          const annotation = annotationOf(document, texts[place] ?? '', spans, label)
          return { ...annotation, annotator, attribution: chain.map(({ id }) => id) }
        }),
    ),
    { maxLength: 12 },
  )
  .map((annotations) => annotations.filter((annotation) => annotation !== null))

/** Ends of relations, by the ranks of annotations. */
export const arbitraryPairs = fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 })), {
  maxLength: 8,
})

/** Denials between those annotations that there are. */
export function relationsBetween(
  annotations: readonly Annotation[],
  pairs: readonly (readonly [number, number])[],
): readonly Relation[] {
  return pairs.flatMap(([from, to]) => {
    const [origin, target] = [annotations[from], annotations[to]]
    if (origin === undefined || target === undefined || origin === target) return []
    return [{ id: newId(), type: 'denies', from: origin.id, to: target.id }]
  })
}

export function storedProject(
  annotations: readonly Annotation[],
  relations: readonly Relation[],
): ProjectFile {
  const file = newProject()
  const changes: readonly Change[] = [
    ...documents.map((after): Change => ({ entity: 'document', before: null, after })),
    ...speakers.map((after): Change => ({ entity: 'speaker', before: null, after })),
    ...annotations.map((after): Change => ({ entity: 'annotation', before: null, after })),
    ...relations.map((after): Change => ({ entity: 'relation', before: null, after })),
  ]
  valueOf(file.commit(draftOf(...changes), texts))
  return file
}
