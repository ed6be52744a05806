import { t } from '../../../../../shared/language/translate.ts'
import { isObject } from '../../foreign-metadata.ts'
import type { LabelingConfig } from './labeling-config.ts'
import type { Region } from './results.ts'

type Fields = Readonly<Record<string, unknown>>

/** The field of a task’s data that holds its text, and the object tag that shows it where regions say so. */
export type TextField = {
  readonly name: string
  readonly text: string
  readonly tag: string | null
}

/**
 * Finds the text of a task: the field that the labelling interface shows under the name that most regions lie on; else the
 * field of that name; else `text`; else the only field with words in it. Otherwise the reason why there is none.
 */
export function textFieldOf(
  data: Fields,
  regions: readonly Region[],
  config: LabelingConfig | null,
): TextField | string {
  const tag = mostCommon(regions.map(({ on }) => on).filter((on) => on !== ''))
  const shown =
    tag === null ? (config?.textFields.values().next().value ?? null) : config?.textFields.get(tag)
  const words = Object.entries(data).filter(([, value]) => typeof value === 'string')
  const name = [shown, tag, 'text'].find(
    (each) => typeof each === 'string' && typeof data[each] === 'string',
  )
  const only = words.length === 1 ? words[0]?.[0] : undefined
  const chosen = name ?? only
  const text = chosen === undefined ? undefined : data[chosen]
  if (chosen === undefined || typeof text !== 'string') return reasonFor(data, words)
  if (/^(?:https?:\/\/|\/data\/|[a-z0-9]+:\/\/)\S*$/i.test(text)) {
    return t('remarks:labelStudio.textElsewhere', { address: text.slice(0, 200) })
  }
  return { name: chosen, text, tag }
}

function reasonFor(data: Fields, words: readonly (readonly [string, unknown])[]): string {
  if (words.length > 1) {
    const names = words.map(([name]) => t('remarks:fields.quoted', { name })).join(', ')
    return t('remarks:labelStudio.whichField', { names })
  }
  const dialogue = Object.values(data).some(
    (value) => Array.isArray(value) && value.some((each) => isObject(each)),
  )
  return dialogue ? t('remarks:labelStudio.dialogue') : t('remarks:labelStudio.noText')
}

function mostCommon(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one)
  return first?.[0] ?? null
}
