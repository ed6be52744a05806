import { compareAnnotations, type Annotation } from '../shared/model/annotation.ts'
import { defaultLabels } from '../shared/model/default-labels.ts'
import { quoteOf, type Span } from '../shared/text/span.ts'
import { writeArticle, type Article } from './article.ts'
import { idAt, timeOfMaking } from './id-at.ts'
import { createRandom, type Random } from './random.ts'
import type { Scale } from './scale.ts'

/** What every editor is given: the same text, the same annotations on it, and more to add by key press. */
export type Corpus = {
  readonly documentId: string
  readonly text: string
  /** In reading order. */
  readonly annotations: readonly Annotation[]
  /** Not among `annotations`; all near the start of the text, so that they are on screen. */
  readonly tags: readonly Annotation[]
}

/** Of all spans, the share that overlaps another one: half of it nested, half of it crossing. */
const overlapping = 0.41

/** How many annotations are added by key press in each run. */
export const tagsPerRun = 5

const labelOfTags = 'claim'

/** The same scale gives the same corpus on every machine. */
export function makeCorpus(scale: Scale): Corpus {
  const random = createRandom(scale.words)
  const article = writeArticle(scale.words, random)
  const spans = placeSpans(scale, article, random)
  // Ten ids for each word: no two corpora share one.
  const documentId = idAt(scale.words * 10)
  const annotate = (span: Span, rank: number, label: string): Annotation =>
    annotationOf(article.text, span, { id: idAt(scale.words * 10 + rank), documentId, label })
  const annotations = spans.map((span, index) =>
    annotate(span, index + 1, random.pick(defaultLabels.map(({ id }) => id))),
  )
  const tags = Array.from({ length: tagsPerRun }, (_, index) =>
    annotate(
      spanOfWords(article, 4 + index * 11, 6 + index),
      spans.length + index + 1,
      labelOfTags,
    ),
  )
  return {
    documentId,
    text: article.text,
    annotations: annotations.toSorted(compareAnnotations),
    tags,
  }
}

/**
 * Cuts the text into slots of equal length and puts one span, or two that overlap, in each. Spans in different
 * slots never overlap, so the share of overlapping ones is exact.
 */
function placeSpans({ words, spans }: Scale, article: Article, random: Random): readonly Span[] {
  const pairs = Math.round((spans * overlapping) / 2)
  const slots = spans - pairs
  return Array.from({ length: slots }, (_, slot) => {
    const from = Math.floor((slot * words) / slots)
    const room = Math.floor(((slot + 1) * words) / slots) - from
    const isPair = Math.floor(((slot + 1) * pairs) / slots) > Math.floor((slot * pairs) / slots)
    const length = random.between(6, 12)
    const first = from + random.between(0, room - 20)
    const one = spanOfWords(article, first, length)
    if (!isPair) return [one]
    const nested = random.between(0, 1) === 0
    const second = first + random.between(1, length - 4)
    return [one, spanOfWords(article, second, nested ? 3 : length)]
  }).flat()
}

function spanOfWords({ words }: Article, first: number, length: number): Span {
  return { start: words[first]?.start ?? 0, end: words[first + length - 1]?.end ?? 0 }
}

function annotationOf(
  text: string,
  span: Span,
  identity: Pick<Annotation, 'id' | 'documentId' | 'label'>,
): Annotation {
  const at = new Date(timeOfMaking).toISOString()
  return {
    ...identity,
    spans: [span],
    quote: quoteOf(text, [span]),
    attribution: [],
    attributes: {},
    note: null,
    annotator: 'Benchmark',
    createdAt: at,
    updatedAt: at,
  }
}
