import { verbatimTypes } from '../../../exporters/formats/uima/verbatim-types.ts'

const own: ReadonlySet<string> = new Set(Object.values(verbatimTypes))

/** Whether Verbatim wrote feature structures of this type (`exporters/formats/uima/verbatim-types.ts`). */
export function isVerbatim(type: string): boolean {
  return own.has(type)
}
