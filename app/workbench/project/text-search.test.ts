import { DatabaseSync } from 'node:sqlite'

import { expect, onTestFinished, test } from 'vitest'

import { checkProject } from './check.ts'
import { openProject } from './open-project.ts'
import { projectWithArticle, valueOf } from './project.fixture.ts'
import {
  clearTextSearch,
  indexedWords,
  ensureTextSearch,
  hasTextSearch,
  isInStep,
  textIndexer,
} from './text-search.ts'

function connectedTo(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  onTestFinished(() => {
    if (db.isOpen) db.close()
  })
  return db
}

function matching(db: DatabaseSync, match: string): readonly unknown[] {
  return db
    .prepare('SELECT rowid AS id FROM text_search WHERE text_search MATCH ?')
    .all(match)
    .map(({ id }) => id)
}

test('words of every script are found in the index as they are folded', () => {
  const db = connectedTo(projectWithArticle().file.path)
  const put = textIndexer(db)
  put(1, indexedWords('Café 東京都 𠮷野家 𞤀𞤣 naïve_word'))
  expect(matching(db, '"cafe"')).toEqual([1])
  expect(matching(db, '"東  京"')).toEqual([1])
  expect(matching(db, '"東 都"')).toEqual([])
  expect(matching(db, '"𠮷"')).toEqual([1])
  expect(matching(db, '"𞤢𞤣"')).toEqual([1])
  expect(matching(db, '"word"')).toEqual([1])
})

test('an index that does not fit the texts is told, and can be made anew', () => {
  const { file } = projectWithArticle()
  const db = connectedTo(file.path)
  expect(isInStep(db)).toBe(true)
  textIndexer(db)(7, 'a text that is not there')
  expect(isInStep(db)).toBe(false)
  const { findings } = valueOf(checkProject(file.path))
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('The index of words does not fit the texts.'),
  ])
  clearTextSearch(db)
  expect(valueOf(checkProject(file.path)).findings).toEqual([])
})

test('an index of other rules is put away when the project is opened', () => {
  const { file } = projectWithArticle()
  file.close()
  const db = connectedTo(file.path)
  db.exec(
    "DROP TABLE text_search; CREATE VIRTUAL TABLE text_search USING fts5 (words_0, content = '')",
  )
  expect(hasTextSearch(db)).toBe(false)
  db.close()
  valueOf(openProject(file.path)).close()
  expect(hasTextSearch(connectedTo(file.path))).toBe(true)
})

test('nothing is made anew where the index can be used', () => {
  const db = connectedTo(projectWithArticle().file.path)
  textIndexer(db)(1, 'kept')
  ensureTextSearch(db)
  expect(matching(db, '"kept"')).toEqual([1])
})
