import { t } from '../../../shared/language/translate.ts'
import type { Attribute } from '../../../shared/model/attribute.ts'
import type { Label } from '../../../shared/model/label.ts'
import { LabelSwatch } from '../label-swatch.tsx'
import { GuidelineText } from './guideline-text.tsx'

/** Everything that the tag set says of a label. */
export function Guideline({ label }: { readonly label: Label }) {
  return (
    <article aria-label={t('panels:guidelines.title', { label: label.name })} className="guideline">
      <h3 className="guideline-name">
        <LabelSwatch label={label} /> {label.name}
        {label.key === null ? null : <kbd>{label.key}</kbd>}
      </h3>
      {label.description === '' ? null : (
        <p className="guideline-description" dir="auto">
          {label.description}
        </p>
      )}
      {label.guideline.trim() === '' ? (
        <p className="guideline-none">{t('panels:guidelines.none')}</p>
      ) : (
        <GuidelineText markdown={label.guideline} />
      )}
      {label.attributes.length === 0 ? null : (
        <dl className="guideline-attributes">
          {label.attributes.map((attribute) => (
            <div key={attribute.id}>
              <dt>
                {attribute.required
                  ? t('panels:guidelines.required', { attribute: attribute.name })
                  : attribute.name}
              </dt>
              <dd>{answersOf(attribute)}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

/** What may be answered, in words. */
function answersOf(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'choice':
      return attribute.options.join(t('common:comma'))
    case 'multipleChoice':
      return t('panels:guidelines.anyOf', { options: attribute.options.join(t('common:comma')) })
    case 'yesNo':
      return t('panels:guidelines.yesNo')
    case 'number':
      return t('panels:guidelines.number')
    case 'text':
      return t('panels:guidelines.text')
  }
}
