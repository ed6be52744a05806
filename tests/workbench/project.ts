import { join } from 'node:path'

import { startImport } from '../../app/workbench/importers/import-job.ts'
import { createProject } from '../../app/workbench/project/create-project.ts'
import { openReader } from '../../app/workbench/project/reader.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Document } from '../../shared/model/document.ts'
import type { Label } from '../../shared/model/label.ts'
import type { RelationType } from '../../shared/model/relation-type.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import type { Result } from '../../shared/result.ts'

/** Writes a real project with one document for each title. Returns its path. */
export async function makeProject(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<string> {
  const path = join(folder, 'News.verbatim')
  const file = valueOf(createProject(path, 'News'))
  try {
    const pastes = Object.entries(texts).map(([title, text]) => ({ title, text }))
    const request = { inputs: [], pastes, format: 'auto', annotator: 'Ada' }
    await using job = startImport(file, request)
    await job.plan()
    await job.read(new Map(), {})
    const { report } = valueOf(await job.store({}, {}))
    if (report.entries.length > 0) throw new Error(`Not imported: ${JSON.stringify(report)}`)
  } finally {
    file.close()
  }
  return path
}

export type StoredDocument = {
  readonly document: Document
  readonly text: string
  /** In reading order. */
  readonly annotations: readonly Annotation[]
}

/** What the project file holds at this moment, also while the workbench has it open; documents by title. */
export function storedIn(path: string): ReadonlyMap<string, StoredDocument> {
  const reader = valueOf(openReader(path))
  try {
    return new Map(
      reader.wholeDocuments().map((document) => {
        const text = reader.text(document.sha256)
        if (text === null) throw new Error(`The text of “${document.title}” is missing.`)
        const annotations = reader.annotations(document.id)
        return [document.title, { document, text, annotations }]
      }),
    )
  } finally {
    reader.close()
  }
}

export type StoredRegisters = {
  readonly labels: readonly Label[]
  readonly relationTypes: readonly RelationType[]
  readonly speakers: readonly Speaker[]
}

/** The tag set and the speakers that the project file holds at this moment. */
export function storedRegisters(path: string): StoredRegisters {
  const reader = valueOf(openReader(path))
  try {
    return {
      labels: reader.labels(),
      relationTypes: reader.relationTypes(),
      speakers: reader.speakers(),
    }
  } finally {
    reader.close()
  }
}

/** The names of the chain of every stored annotation of a document, in reading order: `KCNA › Putin`. */
export function storedAttributions(path: string, title: string): readonly string[] {
  const names = new Map(storedRegisters(path).speakers.map(({ id, name }) => [id, name]))
  const annotations = storedIn(path).get(title)?.annotations ?? []
  return annotations.map(({ attribution }) => attribution.map((id) => names.get(id)).join(' › '))
}

/** Label and quote of every stored annotation of a document, in reading order: `claim: The bridge is safe`. */
export function storedTags(path: string, title: string): readonly string[] {
  const annotations = storedIn(path).get(title)?.annotations ?? []
  return annotations.map(({ label, quote }) => `${label}: ${quote}`)
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.message} ${result.failure.remedy}`)
  return result.value
}
