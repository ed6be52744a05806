import { t } from '../../../shared/language/translate.ts'
import { attributeValueText, type AttributeValue } from '../../../shared/model/attribute.ts'

/** An answer in words: `yes` and `no` as the language has them, anything else as somebody gave it. */
export function answerWords(value: AttributeValue): string {
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  return typeof value === 'object' ? value.join(t('common:comma')) : attributeValueText(value)
}
