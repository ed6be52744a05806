import { formatAll } from '../../../shared/language/format.ts'
import { t } from '../../../shared/language/translate.ts'
import type { AnnotationDifference } from '../../../shared/model/annotation-act.ts'
import type { AttributeValue } from '../../../shared/model/attribute.ts'
import { labelName, type Label } from '../../../shared/model/label.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { excerptOf } from '../../../shared/text/excerpt.ts'
import { answerWords } from '../annotation/answer-words.ts'

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
      return change(t('common:label'), labelName(given.labels, from), labelName(given.labels, to))
    }
    case 'attribution': {
      const { from, to } = difference
      return change(
        label?.speaker?.title ?? t('common:speaker'),
        chainWords(from, given.speakers),
        chainWords(to, given.speakers),
      )
    }
    case 'attribute': {
      const { id, from, to } = difference
      const name = label?.attributes.find((one) => one.id === id)?.name ?? id
      return change(name, valueWords(from), valueWords(to))
    }
    case 'note':
      return change(t('common:note'), noteWords(difference.from), noteWords(difference.to))
    case 'extent':
      return extentWords(difference)
  }
}

/** What something was beside what it is. */
function change(name: string, from: string, to: string): string {
  return t('panels:history.change', { name, from, to })
}

type DifferenceIn<Part> = Extract<AnnotationDifference, { readonly part: Part }>

function chainWords(
  chain: DifferenceIn<'attribution'>['from'],
  speakers: readonly Speaker[],
): string {
  if (chain.length === 0) return t('common:none')
  return chain
    .map(
      ({ id, name }) =>
        speakers.find((one) => one.id === id)?.name ?? name ?? t('common:unknownSpeaker'),
    )
    .join(' › ')
}

function valueWords(value: AttributeValue | null): string {
  return value === null ? t('common:none') : excerptOf(answerWords(value))
}

function noteWords(text: string | null): string {
  return text === null ? t('common:none') : t('common:quoted', { text })
}

/** Which words a boundary took in or left out. */
function extentWords(difference: DifferenceIn<'extent'>): string {
  const [gained, lost] = [difference.gained, difference.lost].map((words) =>
    formatAll(words.map((text) => t('common:quoted', { text }))),
  )
  if (gained && lost) return t('panels:history.gainedAndLost', { gained, lost })
  if (gained) return t('panels:history.gained', { gained })
  return lost ? t('panels:history.lost', { lost }) : t('panels:history.onlySpaces')
}
