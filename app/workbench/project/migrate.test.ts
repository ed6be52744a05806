import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, onTestFinished, test } from 'vitest'

import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { codeOf, dump, namesIn, projectWithArticle, valueOf } from './project.fixture.ts'
import { openReader } from './reader.ts'
import { schemaVersion } from './schema.ts'

const addTranslator: Migration = {
  from: schemaVersion,
  run: (db) => db.exec('ALTER TABLE documents ADD COLUMN translator TEXT'),
}
const nameTranslator: Migration = {
  from: schemaVersion + 1,
  run: (db) => db.exec("UPDATE documents SET translator = 'unknown'"),
}

/** A connection to a closed project with one article. */
function connection() {
  const { file } = projectWithArticle()
  const content = dump(file)
  file.close()
  const db = new DatabaseSync(file.path)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return { db, path: file.path, content }
}

const versionOf = (db: DatabaseSync) => db.prepare('PRAGMA user_version').get()?.['user_version']

test('steps run in order, each after a copy of the project as it was', () => {
  const { db, path, content } = connection()
  valueOf(migrate(db, path, [addTranslator, nameTranslator]))
  expect(versionOf(db)).toBe(schemaVersion + 2)
  expect(db.prepare('SELECT translator FROM documents').get()?.['translator']).toBe('unknown')
  expect(namesIn(dirname(path))).toEqual([
    `News (version ${schemaVersion}).verbatim`,
    `News (version ${schemaVersion + 1}).verbatim`,
    'News.verbatim',
  ])
  const backup = valueOf(
    openReader(join(dirname(path), `News (version ${schemaVersion}).verbatim`)),
  )
  expect(dump(backup)).toEqual(content)
  backup.close()
  // Nothing is left to do.
  valueOf(migrate(db, path, [addTranslator, nameTranslator]))
  expect(namesIn(dirname(path))).toHaveLength(3)
})

test('a step that fails leaves the project at the version before it', () => {
  const { db, path, content } = connection()
  const broken: Migration = {
    from: schemaVersion,
    run: (target) => target.exec("DELETE FROM texts; UPDATE documents SET title = 'gone'"),
  }
  expect(codeOf(migrate(db, path, [broken, nameTranslator]))).toBe('damaged')
  expect(versionOf(db)).toBe(schemaVersion)
  db.close()
  const reader = valueOf(openReader(path))
  expect(dump(reader)).toEqual(content)
  reader.close()
})

test('an older copy is never replaced', () => {
  const first = connection()
  valueOf(migrate(first.db, first.path, [addTranslator]))
  first.db.exec(
    `ALTER TABLE documents DROP COLUMN translator; PRAGMA user_version = ${schemaVersion}`,
  )
  valueOf(migrate(first.db, first.path, [addTranslator]))
  expect(namesIn(dirname(first.path))).toEqual(
    [
      `News (version ${schemaVersion}).verbatim`,
      `News (version ${schemaVersion}, 2).verbatim`,
      'News.verbatim',
    ].toSorted(),
  )
})
