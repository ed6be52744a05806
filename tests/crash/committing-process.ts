import { writeSync } from 'node:fs'

import {
  annotationOf,
  articleText,
  documentOf,
  draftOf,
  speakerOf,
} from '../../app/workbench/project/model.fixture.ts'
import { openProject } from '../../app/workbench/project/open-project.ts'
import type { ProjectFile } from '../../app/workbench/project/project-file.ts'
import type { Change } from '../../shared/model/change.ts'
import { newId } from '../../shared/model/id.ts'
import type { Commit } from '../../shared/model/journal.ts'
import type { Result } from '../../shared/result.ts'
import { entryLine } from './entry-line.ts'
import { createRandom, type Random } from './random.ts'

/*
 * Changes a project at random until it is killed, and writes a line for each change that was acknowledged: the id of
 * its entry and the hash of the entry. The project is closed and opened again after every change, or now and then.
 */

const [, , path = '', seed = '0', changesPerOpening = '25'] = process.argv

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
  return valueOf(file.commit(draftOf(...changesFor(file, random)), [articleText]))
}

const random = createRandom(Number(seed))
let file = valueOf(openProject(path))
for (;;) {
  const commit = act(file, random)
  if (commit !== null) {
    writeSync(process.stdout.fd, `${entryLine(commit.entry)}\n`)
  }
  if (random(Number(changesPerOpening)) === 0) {
    file.close()
    file = valueOf(openProject(path))
  }
}
