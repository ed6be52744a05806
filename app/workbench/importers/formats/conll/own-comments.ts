import { documentStatusSchema } from '../../../../../shared/model/document.ts'
import { documentFields } from '../../../exporters/formats/conll/comments.ts'
import { noMetadata } from '../../article.ts'
import type { ForeignMetadata } from '../../foreign.ts'
import { parseJson } from '../../json-source.ts'
import { Refusal } from '../../refusal.ts'

/** The value of a comment; Verbatim writes as JSON what cannot be on a line as it is. */
export function valueOf(value: string, isOwn: boolean): string {
  const json = isOwn && value.startsWith('"') ? jsonOf(value) : null
  return typeof json === 'string' ? json : value
}

/** What a document of ours is besides its text, by the names of its comments. */
export function metadataOf(fields: ReadonlyMap<string, string>): ForeignMetadata {
  const known = Object.fromEntries(documentFields.map((name) => [name, fields.get(name) ?? null]))
  const status = documentStatusSchema.safeParse(fields.get('status'))
  const direction = fields.get('direction')
  const other = jsonOf(fields.get('metadata') ?? '')
  const entries = typeof other === 'object' && other !== null ? Object.entries(other) : []
  return {
    ...noMetadata,
    ...known,
    status: status.success ? status.data : null,
    direction: direction === 'ltr' || direction === 'rtl' ? direction : null,
    other: Object.fromEntries(
      entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
  }
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text, null)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
