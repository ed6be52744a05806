import { CircleAlert } from 'lucide-react'

import { t } from '../../../shared/language/translate.ts'

/** Says of a field that its label requires it and nothing stands in it. */
export function MissingMark() {
  return (
    <span className="missing-mark">
      <CircleAlert aria-hidden="true" size={12} strokeWidth={2} /> {t('panels:attribute.missing')}
    </span>
  )
}
