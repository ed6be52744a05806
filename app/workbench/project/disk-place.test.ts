import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { expect, onTestFinished, test } from 'vitest'

import { checkProject } from './check.ts'
import { lookAtPlace, unsafeForLog, type DiskPlace } from './disk-place.ts'
import { draftOf } from './model.fixture.ts'
import { openProject } from './open-project.ts'
import { codeOf, dump, namesIn, newProject, valueOf } from './project.fixture.ts'

const linux = { platform: 'linux', path: '/home/ada/News.verbatim', markers: [] } as const
const windows = { platform: 'win32', fileSystem: null, markers: [] } as const
const mac = { platform: 'darwin', fileSystem: null, markers: [] } as const

test.each<[DiskPlace, string | null]>([
  [{ ...linux, fileSystem: 0xef53 }, null],
  [{ ...linux, fileSystem: 0x9123683e }, null],
  [{ ...linux, fileSystem: 0x01021994 }, null],
  [{ ...linux, fileSystem: 0x6969 }, 'NFS'],
  [{ ...linux, fileSystem: 0xff534d42 }, 'SMB'],
  [{ ...linux, fileSystem: 0xff534d42 | 0 }, 'SMB'],
  [{ ...linux, fileSystem: 0xfe534d42 }, 'SMB'],
  [{ ...linux, fileSystem: 0x65735546 }, 'FUSE'],
  [{ ...linux, fileSystem: 0x01021997 }, '9P'],
  [{ ...linux, fileSystem: 0xef53, path: '/home/ada/Dropbox/a/News.verbatim' }, 'Dropbox'],
  [{ ...linux, fileSystem: 0xef53, path: '/home/ada/Dropbox.verbatim' }, null],
  [{ ...linux, fileSystem: 0xef53, markers: ['.stfolder'] }, 'Syncthing'],
  [{ ...windows, path: 'C:\\Users\\Ada\\News.verbatim' }, null],
  [{ ...windows, path: '\\\\?\\C:\\Users\\Ada\\News.verbatim' }, null],
  [{ ...windows, path: '\\\\server\\desk\\News.verbatim' }, 'network'],
  [{ ...windows, path: '\\\\?\\UNC\\server\\desk\\News.verbatim' }, 'network'],
  [{ ...windows, path: 'C:\\Users\\Ada\\OneDrive - Daily\\News.verbatim' }, 'OneDrive'],
  [{ ...mac, path: '/Users/ada/News.verbatim' }, null],
  [{ ...mac, path: '/Volumes/desk/News.verbatim' }, 'network'],
  [{ ...mac, path: '/Users/ada/Library/Mobile Documents/x/News.verbatim' }, 'iCloud'],
  [{ ...mac, path: '/Users/ada/Library/CloudStorage/x/News.verbatim' }, 'cloud'],
  [{ ...mac, path: '/Users/ada/Google Drive/News.verbatim' }, 'Google Drive'],
])('of %j is told %s', (place, word) => {
  const reason = unsafeForLog(place)
  expect(reason === null ? null : word !== null && reason.includes(word)).toBe(
    word === null ? null : true,
  )
})

test('a folder that is marked higher up is found', () => {
  const file = newProject()
  mkdirSync(join(dirname(file.path), '.stfolder'))
  expect(lookAtPlace(join(dirname(file.path), 'a', '..', 'News.verbatim')).markers).toContain(
    '.stfolder',
  )
})

test('on a network disk a project is saved without a log, and says why', () => {
  const file = newProject()
  file.close()
  const lookAt = () => ({ ...linux, fileSystem: 0x6969 })
  const opened = valueOf(openProject(file.path, { lookAt }))
  onTestFinished(() => opened.close())
  expect(opened.placeRemark).toContain('“News.verbatim” is on a network disk (NFS).')
  const project = opened.project()
  const renamed = draftOf({ entity: 'project', before: project, after: { ...project, name: 'B' } })
  expect(codeOf(opened.commit(renamed))).toBe('ok')
  expect(namesIn(dirname(file.path))).toEqual(['News.verbatim', 'News.verbatim-lock'])
  using other = new DatabaseSync(file.path, { readOnly: true })
  expect(other.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' })
  other.close()

  const follower = valueOf(openProject(file.path, { whenInUse: 'read' }))
  expect(follower.project().name).toBe('B')
  const back = draftOf({ entity: 'project', before: { ...project, name: 'B' }, after: project })
  expect(codeOf(opened.commit(back))).toBe('ok')
  expect(follower.following?.look()).toBe(true)
  expect(dump(follower)).toEqual(dump(opened))
  follower.close()
  opened.close()
  expect(valueOf(checkProject(file.path)).findings).toEqual([])
})

test('a project that was saved with a log elsewhere takes it in before it goes without', () => {
  const file = newProject()
  const project = file.project()
  const renamed = draftOf({ entity: 'project', before: project, after: { ...project, name: 'B' } })
  valueOf(file.commit(renamed))
  file.close()
  const usual = valueOf(openProject(file.path))
  expect(usual.placeRemark).toBeNull()
  usual.close()
  const lookAt = () => ({ ...linux, fileSystem: 0xfe534d42 })
  const opened = valueOf(openProject(file.path, { lookAt }))
  expect(opened.project().name).toBe('B')
  opened.close()
})
