import { z } from 'zod'

import { failureSchema } from '../result.ts'
import { ticketSchema } from './places.ts'

/** Largest file or pasted text that is taken in, in bytes: some forty novels. */
export const maxDocumentBytes = 32 * 1024 * 1024

export const exportFormatSchema = z.enum(['json', 'jsonl'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const importSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('place'), ticket: ticketSchema }).readonly(),
  /** A file whose bytes the page holds: dropped on the window or picked in the browser. */
  z.strictObject({ kind: z.literal('bytes'), name: z.string(), base64: z.base64() }).readonly(),
  z.strictObject({ kind: z.literal('paste'), title: z.string(), text: z.string() }).readonly(),
])
export type ImportSource = z.infer<typeof importSourceSchema>

export const refusalSchema = z.strictObject({ name: z.string(), failure: failureSchema }).readonly()
export type Refusal = z.infer<typeof refusalSchema>
