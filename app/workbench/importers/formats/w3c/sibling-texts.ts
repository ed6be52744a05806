import { basename } from 'node:path/posix'

import { noMetadata } from '../../article.ts'
import { decodeText } from '../../decode.ts'
import type { ForeignDocument, Reading } from '../../foreign.ts'
import type { SourceFile } from '../../import-format.ts'
import { offsetUnitOf } from '../../offset-unit.ts'
import { beginningOf } from '../../reading/source-file.ts'
import { titleFromFileName } from '../../title.ts'
import { decoded } from './targets.ts'

/** A plain text beside the file. */
export type SiblingText = Pick<ForeignDocument, 'text' | 'decoding'>

/** As much of a file as is looked at for the names of texts, in bytes: as much as its format is told by. */
const reach = 64 * 1024

/** The sibling that a source names: by a relative address, a file name or the address of a file; `null` for none. */
export function siblingNamed(source: string, names: Iterable<string>): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(source) && !/^file:/i.test(source)) return null
  const [path] = source.split(/[?#]/, 1)
  const name = basename(decoded(path ?? ''))
  for (const each of names) if (each === name && /\.(txt|text)$/i.test(each)) return each
  return null
}

/** Siblings that a file names as sources near its beginning. */
export function siblingsNamedIn(text: string, siblingNames: readonly string[]): readonly string[] {
  if (!siblingNames.some((name) => /\.(txt|text)$/i.test(name))) return []
  const sources = [...text.matchAll(/"(?:source|target|id|@id)"\s*:\s*"([^"\\]{1,1000})"/g)]
  const names = sources.flatMap(([, source]) => siblingNamed(source ?? '', siblingNames) ?? [])
  return [...new Set(names)]
}

/** Reads the texts that a file names. One that cannot be decoded is left to be a document of its own, which tells why. */
export async function siblingTextsOf(file: SourceFile): Promise<ReadonlyMap<string, SiblingText>> {
  const beginning = new TextDecoder().decode(await beginningOf(file, reach))
  const texts = new Map<string, SiblingText>()
  for (const name of siblingsNamedIn(beginning, file.siblingNames)) {
    const bytes = await file.sibling(name)?.bytes()
    const result = bytes === undefined ? null : decodeText({ name, bytes })
    if (result?.ok !== true) continue
    const { text, ...decoding } = result.value
    texts.set(name, { text, decoding })
  }
  return texts
}

/** A document of the text beside a file, with what the file says of it. */
export function siblingDocument(
  name: string,
  { text, decoding }: SiblingText,
  things: Pick<ForeignDocument, 'annotations' | 'relations' | 'changed'>,
): Reading {
  const { unit, changed } = offsetUnitOf(text, things.annotations, { place: name, tool: '' })
  return {
    kind: 'document',
    document: {
      ...things,
      place: name,
      id: null,
      metadata: { ...noMetadata, title: titleFromFileName(name) },
      text,
      decoding,
      offsetUnit: unit,
      quoteForm: 'exact',
      provenance: null,
      refused: [],
      // Where nothing proves the other, it is code points by the recommendation, and nothing needs to be told.
      changed: [...(unit === 'utf16' ? changed : []), ...things.changed],
    },
  }
}
