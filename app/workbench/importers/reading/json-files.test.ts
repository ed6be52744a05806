import { describe, expect, it, vi } from 'vitest'

import { newProject } from '../../project/project.fixture.ts'
import { bytesOf, importAll } from '../import.fixture.ts'

// Every import starts a thread.
vi.setConfig({ testTimeout: 60_000 })

const none = { read: 0, stored: 0, changed: 0, refused: 0, review: 0 }

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
