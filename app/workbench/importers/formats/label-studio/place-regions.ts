import type { Remark } from '../../../../../shared/exchange/remark.ts'
import { t } from '../../../../../shared/language/translate.ts'
import { indexCodePoints } from '../../../../../shared/text/code-points.ts'
import type { ForeignAnnotation, ForeignSpan } from '../../foreign.ts'
import { remark } from '../../landing/landing.ts'
import type { PlacedAnnotation } from './annotation-set.ts'
import type { PageText } from './page-text.ts'
import { saysTheSame } from './quotes.ts'
import type { Region } from './results.ts'
import type { TextField } from './text-field.ts'

export type Placed = {
  readonly annotations: readonly ForeignAnnotation[]
  readonly refused: readonly Remark[]
}

/**
 * Gives annotations their offsets in a text that is shown as it is. What a region says of its text becomes that text
 * itself where it says the same, in code points or, as the oldest versions counted, in UTF-16 code units.
 */
export function placeOnText(
  annotations: readonly PlacedAnnotation[],
  { text, tag }: Pick<TextField, 'text' | 'tag'>,
): Placed {
  const { toUtf16 } = indexCodePoints(text)
  return place(annotations, tag, ({ start, end, text: said }) => {
    const readings = [text.slice(toUtf16(start), toUtf16(end)), text.slice(start, end)]
    const quote = said === null ? null : readings.find((each) => saysTheSame(each, said))
    return { span: { start, end }, quote: quote === undefined ? said : quote }
  })
}

/**
 * Gives annotations their offsets in the text of a page. That text is made here as Label Studio’s page made it in a
 * browser, so an offset in it is believed only where the region says its text.
 */
export function placeOnPage(
  annotations: readonly PlacedAnnotation[],
  { tag, page }: Pick<TextField, 'tag'> & { readonly page: PageText },
): Placed {
  const { toUtf16 } = indexCodePoints(page.text)
  return place(annotations, tag, ({ start, end, text: said, onPage }) => {
    if (said === null || !onPage) {
      return t('remarks:labelStudio.unproved')
    }
    const span = { start: page.toText(start, 'start'), end: page.toText(end, 'end') }
    const found = page.text.slice(toUtf16(span.start), toUtf16(span.end))
    return { span, quote: saysTheSame(found, said) ? found : said }
  })
}

type PlacedRegion = { readonly span: ForeignSpan; readonly quote: string | null }

function place(
  annotations: readonly PlacedAnnotation[],
  tag: string | null,
  placeRegion: (region: Region) => PlacedRegion | string,
): Placed {
  const placed: ForeignAnnotation[] = []
  const refused: Remark[] = []
  for (const { pieces, ...annotation } of annotations) {
    const elsewhere = pieces.find(({ on }) => on !== '' && on !== tag)
    const regions = pieces.map(placeRegion)
    const wrong = regions.find((each) => typeof each === 'string')
    const reason =
      elsewhere === undefined ? wrong : t('remarks:labelStudio.elsewhere', { on: elsewhere.on })
    const found = regions.flatMap((each) => (typeof each === 'string' ? [] : [each]))
    if (reason !== undefined) {
      const thing = annotation.predicted === null ? 'annotation' : 'suggestion'
      refused.push(remark({ thing, place: annotation.place, code: 'unsupported', reason }))
      continue
    }
    const quotes = found.flatMap(({ quote }) => quote ?? [])
    placed.push({
      ...annotation,
      spans: found.map(({ span }) => span),
      quote: quotes.length === found.length ? quotes.join(' ') : null,
    })
  }
  return { annotations: placed, refused }
}
