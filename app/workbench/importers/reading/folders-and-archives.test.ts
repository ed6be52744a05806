import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'

import { newProject, temporaryFolder } from '../../project/project.fixture.ts'
import { bytesOf, entriesOf, importAll } from '../import.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 60_000 })

const none = { read: 0, stored: 0, changed: 0, refused: 0, review: 0 }

describe('folders and archives', () => {
  const packed = {
    'b/two.md': Buffer.from('# Two'),
    'b/a.ann': Buffer.from('T1\tQuote 0 3\tOne'),
    'b/a.txt': Buffer.from('One'),
    'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]),
    '.hidden.txt': Buffer.from('no'),
    '__MACOSX/._a.txt': Buffer.from('no'),
  }

  it('are read file by file, with those that belong together', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'in', 'b'), { recursive: true })
    for (const [name, bytes] of Object.entries(packed)) {
      if (!name.startsWith('__')) writeFileSync(join(folder, 'in', name), bytes)
    }
    writeFileSync(join(folder, 'in.zip'), zipSync(packed))
    for (const name of ['in', 'in.zip']) {
      const file = newProject()
      const { documents, skipped, report } = await importAll(file, [
        { kind: 'path', path: join(folder, name) },
      ])
      expect(documents.map(({ title }) => title)).toEqual(['a', 'Two'])
      expect(skipped).toEqual([`${name}/photo.jpg`])
      expect(report.annotations.stored).toBe(1)
    }
  })

  it('refuse what is called an article and cannot be decoded, and say where that is so', async () => {
    const articles = {
      'cut.txt': Buffer.concat([Buffer.from('Été — à\nbientôt, “'), Buffer.of(0xe2, 0x80)]),
      'half.md': Buffer.from('\uFEFFa\uD83D b', 'utf16le'),
      'no.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'photo.jpg': packed['photo.jpg'],
      'well.txt': Buffer.from('Well.'),
    }
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'in'))
    for (const [name, bytes] of Object.entries(articles)) {
      writeFileSync(join(folder, 'in', name), bytes)
    }
    writeFileSync(join(folder, 'in.zip'), zipSync(articles))
    for (const name of ['in', 'in.zip']) {
      const { documents, skipped, report } = await importAll(newProject(), [
        { kind: 'path', path: join(folder, name) },
      ])
      expect(documents.map(({ title }) => title)).toEqual(['well'])
      expect(skipped).toEqual([`${name}/photo.jpg`])
      expect(report.documents).toEqual({ ...none, read: 4, stored: 1, refused: 3 })
      expect(report.entries.map(({ file, code, reason }) => [file, code, reason])).toEqual([
        [`${name}/cut.txt`, 'undecodable', expect.stringContaining('at line 2')],
        [`${name}/half.md`, 'undecodable', expect.stringContaining('UTF-16LE')],
        [`${name}/no.txt`, 'binary', expect.stringContaining('a PNG image')],
      ])
    }
  })

  it('tell which files were read in an encoding that had to be guessed, once each', async () => {
    const table = Buffer.from('title,text\nA,One\nB,d\xe9j\xe0 vu\nC,\xe9t\xe9', 'latin1')
    const { documents, report } = await importAll(newProject(), [
      bytesOf('a.txt', Buffer.from('One\nd\xe9j\xe0 vu', 'latin1')),
      bytesOf('b.csv', table),
      bytesOf('c.txt', 'déjà vu'),
    ])
    expect(documents).toHaveLength(5)
    expect(report.entries).toMatchObject([
      { outcome: 'changed', file: 'a.txt', place: 'line 2', code: 'undecodable' },
      { outcome: 'changed', file: 'b.csv', place: 'line 3', code: 'undecodable' },
    ])
  })

  it('find what lies beside a file that was chosen by itself', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'One')
    writeFileSync(join(folder, 'a.ann'), 'T1\tQuote 0 3\tOne')
    const file = newProject()
    const { report } = await importAll(file, [{ kind: 'path', path: join(folder, 'a.ann') }])
    expect(report).toMatchObject({ documents: { stored: 1 }, annotations: { stored: 1 } })
  })

  it('that lead out of themselves, are damaged or unpack to far too much are refused, the others read', async () => {
    const file = newProject()
    const zeros = new Uint8Array(70 * 1024 * 1024)
    const { report, documents } = await importAll(file, [
      bytesOf('climbs.zip', zipSync({ 'a/../../b.txt': Buffer.from('x') })),
      bytesOf('bomb.zip', zipSync({ 'a.txt': zeros })),
      bytesOf('cut.zip', zipSync(packed).subarray(0, 60)),
      bytesOf('nested.zip', zipSync({ 'inner.zip': zipSync(packed), 'c.txt': Buffer.from('c') })),
      bytesOf('good.txt', 'Good.'),
    ])
    expect(documents.map(({ title }) => title)).toEqual(['c', 'good'])
    expect(entriesOf(report).map(({ file: name, code }) => [name, code])).toEqual([
      ['climbs.zip', 'hostile'],
      ['bomb.zip', 'hostile'],
      ['cut.zip', 'damaged'],
    ])
  })
})
