import { z } from 'zod'

import type { Change } from './change.ts'
import {
  assigneeSchema,
  documentSchema,
  documentStatusSchema,
  documentTagSchema,
  mostTags,
  type Document,
} from './document.ts'
import { timeNow } from './id.ts'

/** What can be said of several documents at once. */
export const documentEditSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rename'), title: documentSchema.unwrap().shape.title }),
    z.strictObject({ kind: z.literal('status'), status: documentStatusSchema }),
    z.strictObject({ kind: z.literal('assign'), assignee: assigneeSchema.nullable() }),
    z.strictObject({ kind: z.literal('addTag'), tag: documentTagSchema }),
    z.strictObject({ kind: z.literal('removeTag'), tag: documentTagSchema }),
  ])
  .readonly()

export type DocumentEdit = z.infer<typeof documentEditSchema>

/** Says the same of several documents. Those of which it is said already, or that have no room for a tag, stay as they are. */
export function editDocuments(
  documents: readonly Document[],
  edit: DocumentEdit,
): readonly Change[] {
  const updatedAt = timeNow()
  return documents.flatMap((before): readonly Change[] => {
    const after = edited(before, edit)
    return after === before ? [] : [{ entity: 'document', before, after: { ...after, updatedAt } }]
  })
}

function edited(document: Document, edit: DocumentEdit): Document {
  const { title, status, assignee, tags } = document
  switch (edit.kind) {
    case 'rename':
      return edit.title === title ? document : { ...document, title: edit.title }
    case 'status':
      return edit.status === status ? document : { ...document, status: edit.status }
    case 'assign':
      return edit.assignee === assignee ? document : { ...document, assignee: edit.assignee }
    case 'addTag':
      if (tags.includes(edit.tag) || tags.length >= mostTags) return document
      return { ...document, tags: [...tags, edit.tag] }
    case 'removeTag':
      if (!tags.includes(edit.tag)) return document
      return { ...document, tags: tags.filter((tag) => tag !== edit.tag) }
  }
}
