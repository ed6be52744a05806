import { newId } from '../../../shared/model/id.ts'
import { openBulk } from './bulk-project.ts'
import { annotationOf, articleText, draftOf } from './model.fixture.ts'
import { projectWithArticle, valueOf } from './project.fixture.ts'

/** A closed project with an entry of so many changes, each of 100,000 characters, and with another one that undoes it. */
export function projectWithLongEntry(changes: number): string {
  const { file, document } = projectWithArticle()
  const bulk = valueOf(openBulk(file.path, file.identity))
  const note = `“${'x'.repeat(100_000)}”`
  const additions = Array.from({ length: changes }, () => {
    const after = { ...annotationOf(document, articleText, [{ start: 0, end: 3 }]), note }
    return { entity: 'annotation', before: null, after } as const
  })
  valueOf(bulk.commit(draftOf(...additions)))
  valueOf(bulk.undo(newId(), 'Ada'))
  bulk.close()
  file.close()
  return file.path
}
