import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { failure } from '../../../shared/result.ts'
import { checkProject } from '../project/check.ts'
import type { ProjectFile } from '../project/project-file.ts'
import { dump, namesIn, newProject, temporaryFolder, valueOf } from '../project/project.fixture.ts'
import { startImport, type ImportProgress } from './import-job.ts'
import { bytesOf, entriesOf, expectToAddUp, importAll } from './import.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 60_000 })

const none = { read: 0, stored: 0, changed: 0, refused: 0, review: 0 }

describe('an import', () => {
  it('stores what it can in one step of undo and names what it cannot', async () => {
    const file = newProject()
    const { report, documents } = await importAll(
      file,
      [
        bytesOf('a.txt', '\uFEFFOne\r\nline'),
        bytesOf('b.bin', new Uint8Array([0, 1, 2, 3, 0, 0, 1])),
        { kind: 'path', path: join(temporaryFolder(), 'missing.md') },
        bytesOf('c.md', '# Three'),
        bytesOf('d.txt', ''),
      ],
      { pastes: [{ title: '', text: 'Two\r\nlines' }] },
    )
    expect(documents.map(({ title }) => title)).toEqual(['Two', 'a', 'Three'])
    expect(report.documents).toEqual({ ...none, read: 6, stored: 3, refused: 3 })
    expect(entriesOf(report)).toEqual([
      {
        outcome: 'refused',
        thing: 'file',
        file: expect.stringMatching(/missing\.md$/),
        place: null,
        code: 'notFound',
      },
      { outcome: 'refused', thing: 'file', file: 'd.txt', place: null, code: 'empty' },
      { outcome: 'refused', thing: 'file', file: 'b.bin', place: null, code: 'binary' },
    ])
    const stored = file.documents().map(({ document }) => document)
    expect(stored.map(({ sha256 }) => file.text(sha256))).toEqual([
      'Two\nlines',
      'One\nline',
      '# Three',
    ])
    expect(stored[1]?.provenance).toMatchObject({
      fileName: 'a.txt',
      format: 'text',
      encoding: 'utf-8',
      byteOrderMark: true,
      byteLength: 12,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      lineEnds: [['crlf', 1]],
    })
    expect(stored[0]?.provenance).toMatchObject({ fileName: null, encoding: null, sha256: null })
    valueOf(file.undo(newId(), 'Ada'))
    expect(file.documents()).toEqual([])
    expect(namesIn(dirname(file.path)).filter((name) => name.includes('import'))).toEqual([])
  })

  it('places annotations through BOM and CRLF, and sends what does not fit to the review list', async () => {
    const file = newProject()
    const text = '\uFEFFHe 👩🏽‍🚀 said\r\n“no”.\r\n'
    const ann = [
      // Offsets in code points, the byte order mark and both characters of a line end counted.
      'T1\tQuote 15 19\t“no”',
      'T2\tClaim 15 19\t“yes”',
      'T3\tClaim 4 5\t👩',
      'T4\tRumour 9 13\tsaid',
      'R1\tdenies Arg1:T1 Arg2:T4',
      'R2\tdenies Arg1:T1 Arg2:T2',
      'R3\tdenies Arg1:T1 Arg2:T9',
    ].join('\n')
    const { report } = await importAll(file, [bytesOf('a.txt', text), bytesOf('a.ann', ann)])
    const [summary] = file.documents()
    const document = summary?.document
    const stored = file.annotations(document?.id ?? '')
    expect(stored.map(({ label, quote }) => [label, quote])).toEqual([
      ['Rumour', 'said'],
      ['quote', '“no”'],
    ])
    const waiting = file.suggestions(document?.id ?? '')
    expect(waiting.map(({ reason, expected, found }) => [reason, expected, found])).toEqual([
      ['splitsGrapheme', '👩', '👩'],
      ['quoteDiffers', '“yes”', '“no”'],
    ])
    expect(waiting[1]?.relations).toHaveLength(1)
    expect(file.relations()).toHaveLength(1)
    expect(report.annotations).toEqual({ ...none, read: 4, stored: 2, refused: 2, review: 2 })
    expect(report.relations).toEqual({ ...none, read: 3, stored: 1, refused: 2, review: 1 })
    expect(file.labels().map(({ id }) => id)).toContain('Rumour')
    expect(valueOf(checkProject(file.path)).findings).toEqual([])
  })

  it('gives annotations the labels that they are mapped to', async () => {
    const file = newProject()
    const inputs = [bytesOf('a.txt', 'A rumour.'), bytesOf('a.ann', 'T1\tRumour 2 8\trumour')]
    await importAll(file, inputs, { map: { Rumour: 'claim' } })
    const [summary] = file.documents()
    expect(file.annotations(summary?.document.id ?? '')).toMatchObject([{ label: 'claim' }])
    expect(file.labels()).toHaveLength(4)
  })

  it('leaves the project as it was where it is given up', async () => {
    const file = newProject()
    const before = dump(file)
    const cancelling = new AbortController()
    const inputs = Array.from({ length: 20 }, (_, index) =>
      bytesOf(`${index}.txt`, `Text ${index}.`),
    )
    await using job = startImport(file, { inputs, pastes: [], format: 'auto', annotator: 'Ada' })
    await job.plan()
    const onProgress = ({ documents }: { readonly documents: number }) => {
      if (documents === 7) cancelling.abort(new Error('enough'))
    }
    const reading = job.read(new Map(), { signal: cancelling.signal, onProgress })
    await expect(reading).rejects.toThrow('enough')
    await job[Symbol.asyncDispose]()
    expect(dump(file)).toEqual(before)
    expect(namesIn(dirname(file.path)).filter((name) => name.includes('import'))).toEqual([])
  })

  it('leaves the project as it was where it is given up while it is stored', async () => {
    const file = newProject()
    const before = [dump(file), file.undoState()]
    const cancelling = new AbortController()
    const lines = Array.from({ length: 450 }, (_, index) =>
      JSON.stringify({ text: `Text ${index}.` }),
    )
    const inputs = [bytesOf('a.jsonl', lines.join('\n'))]
    const stored: number[] = []
    const steps = {
      signal: cancelling.signal,
      onProgress: ({ phase, done }: ImportProgress) => {
        if (phase !== 'storing') return
        stored.push(done)
        if (done === 400) cancelling.abort(new Error('enough'))
      },
    }
    await expect(importAll(file, inputs, { steps })).rejects.toThrow('enough')
    expect(stored).toEqual([200, 400])
    expect([dump(file), file.undoState()]).toEqual(before)
    expect(namesIn(dirname(file.path)).filter((name) => name.includes('import'))).toEqual([])
    const again = await importAll(file, inputs)
    expect(again.documents).toHaveLength(450)
  })

  it('stores all but what the project refuses, and lists that with what hangs on it', async () => {
    const file = newProject()
    const refusing: ProjectFile = {
      ...file,
      together: (work) =>
        file.together((commit) =>
          work((draft, texts) =>
            texts?.includes('Bad.') === true
              ? failure('unlawful', 'It is bad.', 'Nothing was changed.')
              : commit(draft, texts),
          ),
        ),
    }
    const names = ['One.', 'Bad.', 'Two.', 'Three.']
    const { report, documents } = await importAll(
      refusing,
      names.flatMap((text, index) => [
        bytesOf(`${index}.txt`, text),
        bytesOf(`${index}.ann`, `T1\tQuote 0 3\t${text.slice(0, 3)}`),
      ]),
    )
    expect(documents.map(({ title }) => title)).toEqual(['0', '2', '3'])
    expectToAddUp(report)
    expect(entriesOf(report).map(({ thing, file: name, code }) => [thing, name, code])).toEqual([
      ['document', '1.ann', 'unlawful'],
      ['annotation', '1.ann', 'unlawful'],
    ])
    expect(report.annotations).toMatchObject({ read: 4, stored: 3, refused: 1 })
  })

  it('gives up files that bring its thread down or never end, and goes on with the others', async () => {
    const file = newProject()
    const names = ['endless', 'huge', 'faulty', 'good']
    const script = new URL('./reading/hostile-thread.fixture.ts', import.meta.url)
    const inputs = names.map((name) => bytesOf(name, name))
    const { report, documents } = await importAll(file, inputs, {
      reader: { silence: 3000, memory: 64, script },
    })
    expect(documents.map(({ title }) => title)).toEqual(['good'])
    expect(entriesOf(report).map((entry) => [entry.file, entry.code])).toEqual([
      ['endless', 'hostile'],
      ['huge', 'tooLarge'],
      ['faulty', 'malformed'],
    ])
    expect(report.documents).toEqual({ ...none, read: 4, stored: 1, refused: 3 })
  })
})

describe('JSON', () => {
  const long = 'word '.repeat(1_200_000)

  it('is known for what it is behind a text of any length, and behind items without annotations', async () => {
    const rows = [
      { text: long, labels: [[0, 4, 'A']] },
      { text: 'short', labels: [[0, 5, 'A']] },
    ]
    const lines = rows.map((row) => JSON.stringify(row)).join('\n')
    const unannotated = '{"text":"none","labels":[]}\n'.repeat(20)
    const { documents, report } = await importAll(newProject(), [
      bytesOf('long.jsonl', lines),
      bytesOf('late.jsonl', `${unannotated}${JSON.stringify(rows[1])}`),
      bytesOf('utf16.json', Buffer.from(`\uFEFF${JSON.stringify(rows)}`, 'utf16le')),
    ])
    expect(new Set(documents.map(({ provenance }) => provenance.format))).toEqual(
      new Set(['doccano']),
    )
    expect(report.annotations).toEqual({ ...none, read: 5, stored: 5 })
  })

  it('that is read as a table all the same says which of its columns hold annotations', async () => {
    const row = { text: 'He said no.', marks: [{ start: 3, end: 7, what: 'x' }] }
    const { report } = await importAll(newProject(), [
      bytesOf('a.jsonl', `${JSON.stringify(row)}\n${JSON.stringify(row)}`),
    ])
    expect(report.entries).toMatchObject([
      { outcome: 'changed', thing: 'other', reason: expect.stringContaining('“marks”') },
    ])
  })

  it('that is nothing but brackets is refused for its depth, and is no article', async () => {
    const { documents, report } = await importAll(newProject(), [
      bytesOf('deep.json', `${'['.repeat(500_000)}${']'.repeat(500_000)}`),
      bytesOf('deep.jsonl', '{"a":'.repeat(100_000)),
      bytesOf('brackets.txt', '['.repeat(1000)),
    ])
    expect(documents.map(({ title }) => title)).toEqual(['brackets'])
    expect(report.entries.map(({ file, code }) => [file, code])).toEqual([
      ['deep.json', 'hostile'],
      ['deep.jsonl', 'hostile'],
    ])
  })
})

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
