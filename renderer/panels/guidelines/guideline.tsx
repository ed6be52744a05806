import type { Attribute } from '../../../shared/model/attribute.ts'
import type { Label } from '../../../shared/model/label.ts'
import { LabelSwatch } from '../label-swatch.tsx'
import { GuidelineText } from './guideline-text.tsx'

/** Everything that the tag set says of a label. */
export function Guideline({ label }: { readonly label: Label }) {
  return (
    <article aria-label={`Guideline: ${label.name}`} className="guideline">
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
        <p className="guideline-none">
          No guideline yet. Write down how to decide with “Edit tag set…”: what to tag, what to
          leave, and an example of each.
        </p>
      ) : (
        <GuidelineText markdown={label.guideline} />
      )}
      {label.attributes.length === 0 ? null : (
        <dl className="guideline-attributes">
          {label.attributes.map((attribute) => (
            <div key={attribute.id}>
              <dt>
                {attribute.name}
                {attribute.required ? ' (required)' : ''}
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
      return attribute.options.join(', ')
    case 'multipleChoice':
      return `any of ${attribute.options.join(', ')}`
    case 'yesNo':
      return 'yes or no'
    case 'number':
      return 'a number'
    case 'text':
      return 'in words'
  }
}
