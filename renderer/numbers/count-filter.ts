import type { CountFilter } from '../../shared/contract.ts'

export const plainCountFilter: CountFilter = {
  labels: [],
  speakers: [],
  sources: [],
  dates: [],
  annotators: [],
  denials: [],
}

/** One thing that a filter asks for: what a mark of a plot stands for, and what a chip takes away again. */
export type Choice =
  | {
      readonly part: Exclude<keyof CountFilter, 'denials'>
      readonly value: string
    }
  | { readonly part: 'denials'; readonly value: CountFilter['denials'][number] }

/** The filter with a choice, or without it where it has it already. */
export function toggled(filter: CountFilter, choice: Choice): CountFilter {
  if (choice.part === 'denials') {
    const others = filter.denials.filter((one) => !samePair(one, choice.value))
    const isOff = others.length === filter.denials.length
    return { ...filter, denials: isOff ? [...others, choice.value] : others }
  }
  const { part, value } = choice
  const others = filter[part].filter((one) => one !== value)
  return { ...filter, [part]: others.length === filter[part].length ? [...others, value] : others }
}

export function isChosen(filter: CountFilter, choice: Choice): boolean {
  return choice.part === 'denials'
    ? filter.denials.some((one) => samePair(one, choice.value))
    : filter[choice.part].includes(choice.value)
}

/** Everything that a filter asks for, in the order of its parts. */
export function choicesOf(filter: CountFilter): readonly Choice[] {
  const simple = ['labels', 'speakers', 'sources', 'dates', 'annotators'] as const
  return [
    ...simple.flatMap((part) => filter[part].map((value): Choice => ({ part, value }))),
    ...filter.denials.map((value): Choice => ({ part: 'denials', value })),
  ]
}

type Pair = CountFilter['denials'][number]

function samePair(one: Pair, other: Pair): boolean {
  return one.from === other.from && one.to === other.to
}
