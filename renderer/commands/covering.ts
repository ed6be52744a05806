import type { Session } from '../store/session.ts'

/**
 * Takes away whatever covers the desk: the numbers, the search or the table of all documents. The keyboard is left to
 * whoever asks for it.
 */
export function uncover(session: Session): void {
  session.store.setState(({ search }) => ({
    numbers: null,
    allDocuments: false,
    search: { ...search, open: false },
  }))
}
