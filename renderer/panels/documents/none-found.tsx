import { Button } from 'react-aria-components'

import { showAllDocuments } from '../../commands/document-table.ts'
import { useSession } from '../../store/use-session.ts'

/** In the place of a list that the filters leave empty. */
export function NoneFound() {
  const session = useSession()
  return (
    <div className="empty">
      <p>No document is like that.</p>
      <Button
        className="button"
        onPress={() => {
          showAllDocuments(session)
        }}
      >
        Show all documents
      </Button>
    </div>
  )
}
