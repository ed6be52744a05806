import type { AnnotationDifference } from '../../../shared/model/annotation-act.ts'
import { attributeValueText, type AttributeValue } from '../../../shared/model/attribute.ts'
import { labelName, type Label } from '../../../shared/model/label.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { excerptOf } from '../../../shared/text/excerpt.ts'

/** One way in which an annotation became another: `Speaker: none → Ada Holm`, `Now with “the old”`. */
export function differenceWords(
  difference: AnnotationDifference,
  given: {
    readonly labels: readonly Label[]
    readonly speakers: readonly Speaker[]
    /** Id of the annotation’s label. */
    readonly label: string
  },
): string {
  const label = given.labels.find(({ id }) => id === given.label)
  switch (difference.part) {
    case 'label': {
      const { from, to } = difference
      return `Label: ${labelName(given.labels, from)} → ${labelName(given.labels, to)}`
    }
    case 'attribution': {
      const [from, to] = [difference.from, difference.to].map((chain) => {
        const names = chain.map(
          ({ id, name }) =>
            given.speakers.find((one) => one.id === id)?.name ?? name ?? 'Unknown speaker',
        )
        return names.length === 0 ? 'none' : names.join(' › ')
      })
      return `${label?.speaker?.title ?? 'Speaker'}: ${from} → ${to}`
    }
    case 'attribute': {
      const { id, from, to } = difference
      const name = label?.attributes.find((one) => one.id === id)?.name ?? id
      return `${name}: ${valueWords(from)} → ${valueWords(to)}`
    }
    case 'note':
      return `Note: ${quoted(difference.from)} → ${quoted(difference.to)}`
    case 'extent': {
      const parts = [
        ['with', difference.gained],
        ['without', difference.lost],
      ] as const
      const words = parts
        .filter(([, some]) => some.length > 0)
        .map(([how, some]) => `${how} ${some.map(quoted).join(' and ')}`)
      return words.length === 0 ? 'Only spaces moved' : `Now ${words.join(', ')}`
    }
  }
}

function valueWords(value: AttributeValue | null): string {
  return value === null ? 'none' : excerptOf(attributeValueText(value))
}

function quoted(text: string | null): string {
  return text === null ? 'none' : `“${text}”`
}
