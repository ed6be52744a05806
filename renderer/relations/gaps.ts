import type { CallArguments } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import { denialOf } from '../../shared/model/denial.ts'
import type { Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'

/** Annotations that lack a relation: which label, which type, and which end of it they are not. */
export type Gap = CallArguments<'annotations.unrelated'>

export type NamedGap = { readonly title: string; readonly gap: Gap }

/**
 * What an analyst looks for first, in the words of the project's own tag set: claims that nobody denies, and denials
 * without a claim. Empty where no relation type denies.
 */
export function usualGaps(
  labels: readonly Label[],
  types: readonly RelationType[],
): readonly NamedGap[] {
  const denial = denialOf(labels, types)
  if (denial === null) return []
  const { type, from, to } = denial
  return [
    {
      title: t('relations:gaps.nobody', { label: to.name, relation: type.name }),
      gap: { label: to.id, relationType: type.id, end: 'to' },
    },
    {
      title: t('relations:gaps.without', { label: from.name, other: to.name.toLocaleLowerCase() }),
      gap: { label: from.id, relationType: type.id, end: 'from' },
    },
  ]
}
