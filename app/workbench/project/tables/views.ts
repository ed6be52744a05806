import type { DatabaseSync } from 'node:sqlite'

import type { DocumentView } from '../../../../shared/model/view.ts'
import { integerIn, textIn, textOrNullIn } from './columns.ts'

export type ViewsTable = {
  readonly get: (documentId: string) => DocumentView | null
  /** The document whose view was saved last and that is still there. */
  readonly currentDocumentId: () => string | null
  readonly put: (documentId: string, view: DocumentView) => void
}

/** A view stays when its document is removed, so that it is there again after an undo. */
export function viewsTable(db: DatabaseSync): ViewsTable {
  const byDocument = db.prepare('SELECT * FROM views WHERE document_id = ?')
  const latest = db.prepare(`
    SELECT document_id FROM views WHERE document_id IN (SELECT id FROM documents)
    ORDER BY saved_seq DESC LIMIT 1`)
  const upsert = db.prepare(`
    INSERT INTO views (document_id, anchor, focus, top, annotation_id, saved_seq)
    VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(saved_seq), 0) + 1 FROM views))
    ON CONFLICT (document_id) DO UPDATE SET anchor = excluded.anchor, focus = excluded.focus, top = excluded.top,
      annotation_id = excluded.annotation_id, saved_seq = excluded.saved_seq`)

  return {
    get: (documentId) => {
      const row = byDocument.get(documentId)
      if (row === undefined) return null
      return {
        anchor: integerIn(row, 'anchor'),
        focus: integerIn(row, 'focus'),
        top: integerIn(row, 'top'),
        annotationId: textOrNullIn(row, 'annotation_id'),
      }
    },
    currentDocumentId: () => {
      const row = latest.get()
      return row === undefined ? null : textIn(row, 'document_id')
    },
    put: (documentId, { anchor, focus, top, annotationId }) => {
      upsert.run(documentId, anchor, focus, top, annotationId)
    },
  }
}
