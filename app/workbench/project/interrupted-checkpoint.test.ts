import { copyFileSync, openSync, closeSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { documentOf, draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import { dump, newProject, temporaryFolder, valueOf } from './project.fixture.ts'

/** Sizes of a write-ahead log's header and of a frame's, in bytes: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const logHeader = 32
const frameHeader = 24

/** The newest first page in a write-ahead log. */
function firstPageIn(log: Buffer): Buffer {
  const pageSize = log.readUInt32BE(8)
  let page: Buffer | null = null
  for (let at = logHeader; at < log.length; at += frameHeader + pageSize) {
    if (log.readUInt32BE(at) === 1)
      page = log.subarray(at + frameHeader, at + frameHeader + pageSize)
  }
  if (page === null) throw new Error('The log holds no first page.')
  return page
}

test('a project whose process was killed while it took in its log is whole, though its file says it is longer than it is', () => {
  const file = newProject()
  const text = 'A long article. '.repeat(40_000)
  valueOf(
    file.commit(draftOf({ entity: 'document', before: null, after: documentOf(text) }), [text]),
  )
  const content = dump(file)

  // As a kill leaves it: the log complete, of the file only its first page written, which tells the new length.
  const path = join(temporaryFolder(), 'News.verbatim')
  copyFileSync(file.path, path)
  copyFileSync(`${file.path}-wal`, `${path}-wal`)
  file.close()
  const target = openSync(path, 'r+')
  writeSync(target, firstPageIn(readFileSync(`${path}-wal`)), 0, undefined, 0)
  closeSync(target)

  const opened = valueOf(openProject(path))
  expect(dump(opened)).toEqual(content)
  opened.close()
})
