import { Button } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { showAllDocuments } from '../../commands/document-view.ts'
import { useSession } from '../../store/use-session.ts'

/** In the place of a list that the filters leave empty. */
export function NoneFound() {
  const session = useSession()
  return (
    <div className="empty">
      <p>{t('panels:documents.noneFound')}</p>
      <Button
        className="button"
        onPress={() => {
          showAllDocuments(session)
        }}
      >
        {t('panels:documents.showAllDocuments')}
      </Button>
    </div>
  )
}
