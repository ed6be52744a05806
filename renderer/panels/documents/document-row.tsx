import { CircleHelp } from 'lucide-react'

import { t } from '../../../shared/language/translate.ts'
import type { ListedDocument } from '../../../shared/model/document.ts'
import { statusName } from '../../commands/document-status.ts'
import { documentSummary } from '../../store/selectors.ts'
import { useWorkbenchAfterPaint } from '../../store/use-session.ts'
import { StatusIcon } from './status-icon.tsx'

/**
 * What a row of the list shows: the title, how far the document is, and what is in it. It asks for the counts itself:
 * only rows on screen are drawn, while a list of ten thousand would be gone through at every tag.
 */
export function DocumentRow({ document }: { readonly document: ListedDocument }) {
  const { annotations = 0, suggestions = 0 } =
    useWorkbenchAfterPaint((state) => documentSummary(state, document.id)) ?? {}
  return (
    <>
      <StatusIcon size={15} status={document.status} />
      <span className="row-title" dir="auto">
        {document.title}
      </span>
      <span className="row-meta">
        <span className={document.status === 'todo' ? 'visually-hidden' : 'document-status'}>
          {statusName(document.status)}
        </span>
        <span className="document-count">
          {t('common:amounts.annotation', { count: annotations })}
        </span>
        {suggestions === 0 ? null : (
          <span className="document-waiting">
            <CircleHelp aria-hidden="true" size={13} strokeWidth={1.75} />
            {t('panels:documents.toReview', { count: suggestions })}
          </span>
        )}
      </span>
    </>
  )
}
