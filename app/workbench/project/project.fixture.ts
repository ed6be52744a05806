import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import type { Document } from '../../../shared/model/document.ts'
import type { Result } from '../../../shared/result.ts'
import { createProject } from './create-project.ts'
import { articleText, documentOf, draftOf } from './model.fixture.ts'
import type { ProjectFile, ProjectReader } from './project-file.ts'

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

/** The code of the failure; `ok` where there is none. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.failure.code
}

/** A new project in a folder of its own, closed after the test. */
export function newProject(): ProjectFile {
  const file = valueOf(createProject(join(temporaryFolder(), 'News.verbatim'), 'News'))
  onTestFinished(() => file.close())
  return file
}

/** A project that holds one article. */
export function projectWithArticle(): { readonly file: ProjectFile; readonly document: Document } {
  const file = newProject()
  const document = documentOf(articleText)
  const draft = draftOf({ entity: 'document', before: null, after: document })
  valueOf(file.commit({ ...draft, summary: 'Import' }, [articleText]))
  return { file, document }
}

/** Everything that the journal governs. */
export function dump(reader: ProjectReader) {
  const documents = reader.wholeDocuments()
  return {
    project: reader.project(),
    labels: reader.labels(),
    relationTypes: reader.relationTypes(),
    speakers: reader.speakers(),
    documents,
    listed: reader.documents(),
    annotations: documents.map(({ id }) => reader.annotations(id)),
    relations: reader.relations(),
    suggestions: documents.map(({ id }) => reader.suggestions(id)),
  }
}

/** Names in the folder, sorted. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).toSorted()
}
