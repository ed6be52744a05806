import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { checkProject } from './check.ts'
import { createProject } from './create-project.ts'
import { annotationOf, articleText, documentOf, draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import type { ProjectFile } from './project-file.ts'
import { codeOf, dump, namesIn, temporaryFolder, valueOf } from './project.fixture.ts'

const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'true']).status === 0

/** A disk of a few hundred kB, which only administrators of Linux can make. */
function tinyDisk(): string {
  const disk = join(temporaryFolder(), 'disk')
  mkdirSync(disk)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', disk])
  expect(mounted.status).toBe(0)
  onTestFinished(() => void spawnSync('umount', [disk]))
  return disk
}

function fill(disk: string): string {
  const ballast = join(disk, 'ballast')
  const file = openSync(ballast, 'w')
  try {
    for (;;) writeSync(file, Buffer.alloc(4096))
  } catch {
    // The disk is full, as it should be.
  } finally {
    closeSync(file)
  }
  return ballast
}

/** Commits until one is refused; gives its code. */
function commitUntilRefused(file: ProjectFile): string {
  const [summary] = file.documents()
  if (summary === undefined) throw new Error('the project has a document')
  for (let round = 0; round < 5000; round += 1) {
    const after = {
      ...annotationOf(summary.document, articleText, [{ start: 4, end: 9 }]),
      note: 'A long note. '.repeat(50),
    }
    const code = codeOf(file.commit(draftOf({ entity: 'annotation', before: null, after })))
    if (code !== 'ok') return code
  }
  return 'ok'
}

test.skipIf(!canMount)(
  'a full disk refuses a change, loses nothing, and goes on once there is room',
  () => {
    const disk = tinyDisk()
    const path = join(disk, 'News.verbatim')
    const file = valueOf(createProject(path, 'News'))
    const document = documentOf(articleText)
    valueOf(
      file.commit(draftOf({ entity: 'document', before: null, after: document }), [articleText]),
    )
    const ballast = fill(disk)

    expect(commitUntilRefused(file)).toBe('diskFull')
    const before = dump(file)
    const state = file.undoState()
    const view = { anchor: 0, focus: 0, top: 0, annotationId: null }
    const again = [
      commitUntilRefused(file),
      codeOf(file.undo(newId(), 'Ada')),
      codeOf(file.saveView(document.id, view)),
    ]
    expect(again).toContain('diskFull')
    expect(dump(file).documents).toEqual(before.documents)

    rmSync(ballast)
    const after = annotationOf(document, articleText, [{ start: 0, end: 3 }])
    const add = draftOf({ entity: 'annotation', before: null, after })
    expect(codeOf(file.commit(add))).toBe('ok')
    expect(state.undo).toBe('Test')
    const expected = dump(file)
    file.close()
    const reopened = valueOf(openProject(path))
    expect(dump(reopened)).toEqual(expected)
    reopened.close()
    expect(valueOf(checkProject(path)).findings).toEqual([])
    expect(namesIn(disk)).toEqual(['News.verbatim'])
  },
)

test.skipIf(!canMount)(
  'a full disk refuses a new project and opens none, without leaving anything',
  () => {
    const disk = tinyDisk()
    const file = valueOf(createProject(join(disk, 'News.verbatim'), 'News'))
    file.close()
    fill(disk)
    expect(codeOf(createProject(join(disk, 'New.verbatim'), 'New'))).toBe('diskFull')
    expect(codeOf(openProject(join(disk, 'News.verbatim')))).toBe('diskFull')
    expect(namesIn(disk).filter((name) => name !== 'News.verbatim-lock')).toEqual([
      'News.verbatim',
      'ballast',
    ])
  },
)
