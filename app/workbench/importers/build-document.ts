import { basename } from 'node:path'

import type { Document, Provenance } from '../../../shared/model/document.ts'
import { newId, timeNow } from '../../../shared/model/id.ts'
import { failure, success, type Result } from '../../../shared/result.ts'
import { normalizeLineEnds } from '../../../shared/text/line-ends.ts'
import { sha256Of } from '../sha256.ts'
import { formatFor } from './formats.ts'
import type { SourceFile } from './import-format.ts'
import { readSourceFile, refuseSize } from './read-source.ts'
import { nameOf, type ImportSource } from './source.ts'
import { titleFrom, titleFromFirstLine } from './title.ts'

/** A document ready to be stored, with the text that its `sha256` names. */
export type BuiltDocument = { readonly document: Document; readonly text: string }

/** Makes a document of a source. `format` is the id of an import format, or `auto` to go by the file's name. */
export async function buildDocument(
  source: ImportSource,
  format: string,
): Promise<Result<BuiltDocument>> {
  if (source.kind === 'paste') return fromPaste(source.title, source.text)
  if (source.kind === 'bytes') {
    return fromFile({ name: basename(source.name), bytes: source.bytes }, format)
  }
  // The format first: a file of another kind is not read at all.
  const known = formatFor(basename(source.path), format)
  if (!known.ok) return known
  const file = await readSourceFile(source.path)
  return file.ok ? fromFile(file.value, format) : file
}

function fromFile(file: SourceFile, requested: string): Result<BuiltDocument> {
  const format = formatFor(file.name, requested)
  if (!format.ok) return format
  const refusal = refuseSize(file.name, file.bytes.length)
  if (refusal !== null) return refusal
  const parsed = format.value.parse(file)
  if (!parsed.ok) return parsed
  const { title, text, encoding, byteOrderMark } = parsed.value
  return success(
    build(title, text, {
      fileName: file.name,
      format: format.value.id,
      encoding,
      byteOrderMark,
      byteLength: file.bytes.length,
      sha256: sha256Of(file.bytes),
    }),
  )
}

function fromPaste(title: string, text: string): Result<BuiltDocument> {
  const name = nameOf({ kind: 'paste', title, text })
  if (text.trim() === '') {
    return failure(
      'empty',
      `“${name}” holds no text.`,
      'Nothing was imported from it. Copy the article again and paste it.',
    )
  }
  const refusal = refuseSize(name, Buffer.byteLength(text))
  if (refusal !== null) return refusal
  if (!text.isWellFormed() || text.includes('\0')) {
    return failure(
      'undecodable',
      `“${name}” holds a broken character (half of a pair, or a zero character).`,
      'Nothing was imported from it. Copy the article from another program, or import it as a file.',
    )
  }
  return success(
    build(titleFrom(title, titleFromFirstLine(text, name)), text, {
      fileName: null,
      format: 'text',
      encoding: null,
      byteOrderMark: false,
      byteLength: null,
      sha256: null,
    }),
  )
}

function build(
  title: string,
  source: string,
  origin: Omit<Provenance, 'lineEnds' | 'importedAt'>,
): BuiltDocument {
  const { text, lineEnds } = normalizeLineEnds(source)
  const now = timeNow()
  const document: Document = {
    id: newId(),
    title,
    source: null,
    language: null,
    direction: null,
    status: 'todo',
    sha256: sha256Of(text),
    length: text.length,
    provenance: { ...origin, lineEnds, importedAt: now },
    createdAt: now,
    updatedAt: now,
  }
  return { document, text }
}
