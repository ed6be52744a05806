import type { Attribute } from '../../../../../shared/model/attribute.ts'
import type { DatasetHead } from '../../dataset.ts'
import { speller, type Speller } from './spelling.ts'

/** An attribute as brat has it: one type, and one word for each value. */
type BratAttribute = {
  readonly type: string
  /** Ids of the labels that have it, in their order. */
  readonly labels: readonly string[]
  readonly id: string
  readonly values: readonly { readonly value: string | boolean; readonly word: string }[]
}

/** How brat spells a tag set. Follows from the tag set alone, so that import finds the same words. */
export type BratTypes = {
  /** By label id. */
  readonly labels: ReadonlyMap<string, string>
  /** By relation type id. */
  readonly relationTypes: ReadonlyMap<string, string>
  readonly attributes: readonly BratAttribute[]
}

/** One name space for all types, as brat's `visual.conf` has it. */
export function bratTypesOf({
  labels,
  relationTypes,
}: Pick<DatasetHead, 'labels' | 'relationTypes'>): BratTypes {
  const spell = speller()
  return {
    labels: new Map(labels.map(({ id }) => [id, spell(id, 'label')])),
    relationTypes: new Map(relationTypes.map(({ id }) => [id, spell(id, 'relation')])),
    attributes: attributesOf(labels, spell),
  }
}

/**
 * An attribute is of one definition everywhere in brat. Labels that ask the same share one; where they ask different
 * things under the same id, each definition is named after the first label that has it.
 */
function attributesOf(labels: DatasetHead['labels'], spell: Speller): readonly BratAttribute[] {
  const asked = labels.flatMap((label) =>
    label.attributes
      .filter(({ kind }) => kind === 'choice' || kind === 'yesNo')
      .map((attribute) => ({ label: label.id, attribute })),
  )
  return [...Map.groupBy(asked, ({ attribute }) => attribute.id)].flatMap(([id, all]) => {
    const definitions = [...Map.groupBy(all, ({ attribute }) => valuesKey(attribute)).values()]
    return definitions.map((same) => ({
      type: spell(definitions.length === 1 ? id : `${same[0]?.label ?? ''}_${id}`, 'attribute'),
      labels: same.map(({ label }) => label),
      id,
      values: valuesOf(same[0]?.attribute),
    }))
  })
}

function valuesKey(attribute: Attribute): string {
  return JSON.stringify('options' in attribute ? attribute.options : attribute.kind)
}

/** An attribute without values is either there or not in brat: `no` would be the same as no answer. */
function valuesOf(attribute: Attribute | undefined): BratAttribute['values'] {
  if (attribute === undefined || !('options' in attribute)) {
    return [
      { value: true, word: 'yes' },
      { value: false, word: 'no' },
    ]
  }
  const spell = speller()
  return attribute.options.map((value) => ({ value, word: spell(value, 'value') }))
}
