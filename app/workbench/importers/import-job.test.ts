import { dirname, join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import { newId } from '../../../shared/model/id.ts'
import { exportProject } from '../exporters/export-project.ts'
import type { Alone } from '../jobs/protocol.ts'
import { checkProject } from '../project/check.ts'
import { draftOf } from '../project/model.fixture.ts'
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
    const stored = file.wholeDocuments()
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

  it('gives way to whoever wants to write, and is stored at last also where somebody always does', async () => {
    const file = newProject()
    let turns = 0
    const alone: Alone = async (work) => {
      turns += 1
      return work(() => true)
    }
    const { documents } = await importAll(file, [bytesOf('a.txt', 'A rumour.')], {
      steps: { alone },
    })
    expect(documents).toHaveLength(1)
    expect(file.documents()).toHaveLength(1)
    expect(turns).toBeGreaterThan(1)
  })

  it('stores all but what the project refuses, and lists that with what hangs on it', async () => {
    const source = newProject()
    const names = ['One.', 'Bad.', 'Two.', 'Three.']
    await importAll(
      source,
      names.flatMap((text, index) => [
        bytesOf(`${index}.txt`, text),
        bytesOf(`${index}.ann`, `T1\tQuote 0 3\t${text.slice(0, 3)}`),
      ]),
    )
    const dataset = join(dirname(source.path), 'dataset.json')
    const target = { kind: 'file', path: dataset } as const
    valueOf(await exportProject({ reader: source, format: 'json', target }))
    const file = newProject()
    await using job = startImport(file, {
      inputs: [{ kind: 'path', path: dataset }],
      pastes: [],
      format: 'auto',
      annotator: 'Ada',
    })
    await job.plan()
    await job.read(new Map(), {})
    // Its id is free while it is read, and taken once it is stored.
    const bad = source.wholeDocuments()[1]
    if (bad === undefined) throw new Error('four documents were imported')
    valueOf(file.commit(draftOf({ entity: 'document', before: null, after: bad }), ['Bad.']))
    const { report, documents } = valueOf(await job.store({}, {}))
    expect(documents.map(({ title }) => title)).toEqual(['0', '2', '3'])
    expectToAddUp(report)
    expect(entriesOf(report).map(({ thing, file: name, code }) => [thing, name, code])).toEqual([
      ['document', '1.ann', 'conflict'],
      ['annotation', '1.ann', 'conflict'],
    ])
    expect(report.annotations).toMatchObject({ read: 4, stored: 3, refused: 1 })
    expect(file.documents()).toHaveLength(4)
    expect(valueOf(checkProject(file.path)).findings).toEqual([])
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
