import { readingsOf } from '../../../exchange.fixture.ts'
import type { ForeignDocument, Reading } from '../../foreign.ts'
import { bratFormat } from './brat.ts'

/** What is read of files by their names. */
export async function readingsFrom(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly Reading[]> {
  const bytes = Object.entries(files).map(
    ([name, content]) => [name, Buffer.from(content)] as const,
  )
  return readingsOf(bratFormat, new Map(bytes))
}

/** The one document among readings. */
export function onlyDocument(readings: readonly Reading[]): ForeignDocument {
  const documents = readings.flatMap((each) => (each.kind === 'document' ? [each.document] : []))
  const [document] = documents
  if (document === undefined || documents.length > 1)
    throw new Error(`${documents.length} documents`)
  return document
}

/** A text and the lines of its `.ann`. */
export async function documentFrom(
  text: string | Uint8Array,
  ...lines: readonly string[]
): Promise<ForeignDocument> {
  const ann = lines.map((line) => `${line}\n`).join('')
  return onlyDocument(await readingsFrom({ 'a.txt': text, 'a.ann': ann }))
}

/** Remarks in a line each. */
export function told(remarks: ForeignDocument['refused']): readonly string[] {
  return remarks.map(({ thing, place, reason }) => `${thing} ${place ?? '-'}: ${reason}`)
}

export const osokina = 'Osokina met KCNA in Kyiv.\nShe denied it.\n'
