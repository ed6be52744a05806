import type { CallArguments, CallValue, ImportSource } from '../../shared/contract.ts'
import { success, type Result } from '../../shared/result.ts'
import { importDocuments, type Imported } from './importers/import-documents.ts'
import { nameOf, type ImportSource as Source } from './importers/source.ts'
import type { Places } from './places.ts'
import type { ProjectFile } from './project/project-file.ts'

type Import = CallValue<'documents.import'>
type Refusals = Import['refused']

/** Brings what a page asked for into a project. `commits` are those made, of which the call's value tells the last. */
export async function importInto(
  file: ProjectFile,
  places: Places,
  { sources, annotator }: CallArguments<'documents.import'>,
): Promise<Result<{ readonly value: Import; readonly commits: Imported['commits'] }>> {
  const unknown: Refusals[number][] = []
  const known: Source[] = []
  for (const source of sources) {
    const resolved = sourceOf(source, places)
    if (resolved.ok) known.push(resolved.value)
    else unknown.push({ name: 'A chosen file', failure: resolved.failure })
  }
  const imported = await importDocuments(file, known, annotator)
  if (!imported.ok) return imported
  const { commits, documents, refused } = imported.value
  return success({
    commits,
    value: {
      commit: commits.at(-1) ?? null,
      imported: documents,
      refused: [
        ...unknown,
        ...refused.map(({ source, failure }) => ({ name: nameOf(source), failure })),
      ],
    },
  })
}

function sourceOf(source: ImportSource, places: Places): Result<Source> {
  if (source.kind === 'paste') return success(source)
  if (source.kind === 'bytes') {
    const bytes = Buffer.from(source.base64, 'base64')
    return success({ kind: 'bytes', name: source.name, bytes })
  }
  const path = places.resolve(source.ticket)
  return path.ok ? success({ kind: 'path', path: path.value }) : path
}
