import { basename } from 'node:path'

import type { Remark } from '../../../shared/exchange/remark.ts'
import { decodeText } from './decode.ts'
import type { ForeignAnnotations, ForeignDocument, ForeignTagSet } from './foreign.ts'
import type { ImportFormat, ReadOptions, Sample, SourceFile } from './import-format.ts'
import { Refusal } from './refusal.ts'

/** A file in memory. `pieceBytes` is how much of it `chunks` gives at a time. */
export function sourceFileOf(
  path: string,
  content: string | Uint8Array,
  pieceBytes = 64 * 1024,
): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    path,
    size: bytes.length,
    bytes: async () => bytes,
    async *chunks() {
      for (let start = 0; start < bytes.length; start += pieceBytes) {
        yield bytes.subarray(start, start + pieceBytes)
      }
    },
    sibling: () => null,
    siblingNames: [basename(path)],
  }
}

/** The beginning of a file, as formats are asked about it. */
export async function sampleOf(file: SourceFile): Promise<Sample> {
  const bytes = (await file.bytes()).subarray(0, 64 * 1024)
  const decoded = decodeText({ name: file.path, bytes })
  const { path, size, siblingNames } = file
  return { path, size, bytes, text: decoded.ok ? decoded.value.text : null, siblingNames }
}

export type ReadFile = {
  readonly documents: readonly ForeignDocument[]
  readonly annotations: readonly ForeignAnnotations[]
  readonly tagSets: readonly ForeignTagSet[]
  /** Also that of a `Refusal`, which comes last then. */
  readonly refused: readonly Remark[]
  readonly changed: readonly Remark[]
}

/** Everything that a format reads of a file. */
export async function readFileAs(
  format: ImportFormat,
  file: SourceFile,
  options: ReadOptions = { columns: null },
): Promise<ReadFile> {
  const documents: ForeignDocument[] = []
  const annotations: ForeignAnnotations[] = []
  const tagSets: ForeignTagSet[] = []
  const refused: Remark[] = []
  const changed: Remark[] = []
  try {
    for await (const reading of format.read(file, options)) {
      if (reading.kind === 'document') documents.push(reading.document)
      else if (reading.kind === 'annotations') annotations.push(reading.annotations)
      else if (reading.kind === 'tagSet') tagSets.push(reading.tagSet)
      else if (reading.kind === 'refused') refused.push(reading.remark)
      else if (reading.kind === 'changed') changed.push(reading.remark)
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refused.push(error.remark)
  }
  return { documents, annotations, tagSets, refused, changed }
}
