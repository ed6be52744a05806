import { t } from '../../shared/language/translate.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import { annotationById } from '../store/selectors.ts'
import type { Session } from '../store/session.ts'
import { uncover } from './covering.ts'
import { goToAnnotation } from './navigation.ts'
import { openDocument } from './projects.ts'

/** Puts the caret at an annotation, in whichever document it is. False where it is gone, which is announced. */
export async function visitAnnotation(
  session: Session,
  { id, documentId }: Pick<Annotation, 'id' | 'documentId'>,
): Promise<boolean> {
  if (session.store.getState().document?.document.id !== documentId) {
    await openDocument(session, documentId)
  }
  uncover(session)
  const annotation = annotationById(session.store.getState(), id)
  if (annotation === null) {
    session.announce(t('commands:visiting.gone'))
    return false
  }
  goToAnnotation(session, annotation)
  return true
}
