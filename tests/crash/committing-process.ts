import { writeSync } from 'node:fs'

import { makeBackup } from '../../app/workbench/backups/make-backup.ts'
import { openAnnex } from '../../app/workbench/project/annex.ts'
import { openBulk } from '../../app/workbench/project/bulk-project.ts'
import { compactOpen } from '../../app/workbench/project/compact.ts'
import {
  annotationOf,
  articleText,
  documentOf,
  draftOf,
  speakerOf,
} from '../../app/workbench/project/model.fixture.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import type { ProjectFile } from '../../app/workbench/project/project-file.ts'
import { editDocumentsIn } from '../../app/workbench/replacing/edit-documents.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { Commit } from '../../shared/model/journal.ts'
import type { Result } from '../../shared/result.ts'
import { entryLine } from './entry-line.ts'
import { importedAtOnce } from './imported-at-once.ts'
import { createRandom, type Random } from './random.ts'

/*
 * Changes a project at random until it is killed, and writes a line for each change that was acknowledged: the id of
 * its entry and the hash of the entry. The project is closed and opened again after every change, or now and then. With
 * `all`, it also imports, backs up and compacts.
 */

const [, , path = '', seed = '0', changesPerOpening = '25', acts = 'changes'] = process.argv

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

function changesFor(file: ProjectFile, random: Random): readonly Change[] {
  const documents = file.documents()
  const document = documents[random(documents.length)]?.document
  if (document === undefined || random(10) === 0) {
    return [{ entity: 'document', before: null, after: documentOf(articleText) }]
  }
  const annotations = file.annotations(document.id)
  const annotation = annotations[random(annotations.length)]
  if (annotation === undefined || random(2) === 0) {
    const start = random(40)
    const tagged = annotationOf(document, articleText, [{ start, end: start + 1 + random(20) }])
    const speaker = speakerOf(`Speaker ${start}`)
    return [
      { entity: 'speaker', before: null, after: speaker },
      { entity: 'annotation', before: null, after: { ...tagged, attribution: [speaker.id] } },
    ]
  }
  if (random(3) === 0) return [{ entity: 'annotation', before: annotation, after: null }]
  const note = 'A note. '.repeat(1 + random(2000))
  return [{ entity: 'annotation', before: annotation, after: { ...annotation, note } }]
}

function act(file: ProjectFile, random: Random): Commit | null {
  const choice = random(10)
  if (choice === 0) return valueOf(file.undo(newId(), 'Ada'))
  if (choice === 1) return valueOf(file.redo(newId(), 'Ada'))
  if (choice === 2) return actInBulk(file, random)
  return valueOf(file.commit(draftOf(...changesFor(file, random)), [articleText]))
}

/** Says something of all documents at once, or undoes, as large acts are committed: over a connection of their own. */
function actInBulk(file: ProjectFile, random: Random): Commit | null {
  const bulk = valueOf(openBulk(file.path, file.identity))
  try {
    const [id, annotator] = [newId(), 'Ada']
    const documents = file.documents().map(({ document }) => document.id)
    const edit = { kind: 'rename', title: `Title ${random(1000)}` } as const
    const done =
      documents.length === 0 || random(3) === 0
        ? valueOf(bulk.undo(id, annotator))
        : valueOf(editDocumentsIn(bulk, { id, annotator, documents, edit }))
    bulk.settle()
    return done === null ? null : file.committed(id)
  } finally {
    bulk.close()
  }
}

/** Several entries that stay together or not at all, as an import makes them. */
function importSome(file: ProjectFile): readonly Commit[] {
  using annex = openAnnex(file, { wary: false })
  const drafts = Array.from({ length: importedAtOnce }, () =>
    draftOf({ entity: 'document', before: null, after: documentOf(articleText) }),
  )
  for (const draft of drafts) valueOf(annex.commit(draft, [articleText]))
  valueOf(annex.graft())
  annex.settle()
  // As they stand in the journal of the project.
  return drafts.flatMap(({ id }) => file.committed(id) ?? [])
}

async function actOnWhole(file: ProjectFile, random: Random): Promise<readonly Commit[]> {
  const choice = random(3)
  if (choice === 0) return importSome(file)
  if (choice === 1) valueOf(compactOpen({ path }))
  else {
    const about = { id: file.project().id, name: 'News', path }
    valueOf(await makeBackup({ about, root: `${path}-backups`, keep: 3, at: Date.now() }))
  }
  return []
}

function tell(commits: readonly Commit[]): void {
  if (commits.length === 0) return
  writeSync(process.stdout.fd, commits.map(({ entry }) => `${entryLine(entry)}\n`).join(''))
}

const random = createRandom(Number(seed))
let file = valueOf(openProject(path))
for (;;) {
  const commit = act(file, random)
  tell(commit === null ? [] : [commit])
  if (acts === 'all' && random(6) === 0) tell(await actOnWhole(file, random))
  if (random(Number(changesPerOpening)) === 0) {
    file.close()
    file = valueOf(openProject(path))
  }
}
