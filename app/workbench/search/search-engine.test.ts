import { DatabaseSync } from 'node:sqlite'

import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import type { SearchOrder, SearchRow } from '../../../shared/contract.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { parseQuery } from '../../../shared/search/parse-query.ts'
import { arbitraryText } from '../../../shared/text/arbitrary-text.ts'
import { isGraphemeBoundary } from '../../../shared/text/grapheme.ts'
import { pressProject } from '../press-project.fixture.ts'
import { documentOf, draftOf } from '../project/model.fixture.ts'
import { codeOf, newProject, valueOf } from '../project/project.fixture.ts'
import { engineOn, found } from './search-engine.fixture.ts'
import type { SearchEngine } from './search-engine.ts'

function quotes(rows: readonly SearchRow[]): readonly string[] {
  return rows.flatMap((row) => (row.kind === 'hit' ? [row.quote] : []))
}

async function quotesFor(engine: SearchEngine, query: string): Promise<readonly string[]> {
  return quotes((await found(engine, query)).rows)
}

describe('a search', () => {
  it('finds words in every text, whatever their case', async () => {
    const { file } = pressProject()
    const engine = engineOn(file)
    await engine.prepare()
    expect(await quotesFor(engine, 'bridge')).toEqual(['Bridge', 'bridge'])
    expect(await quotesFor(engine, '"bridge is safe"')).toEqual([
      'Bridge is safe',
      'bridge is safe',
    ])
    expect(await quotesFor(engine, 'bridge mayor')).toEqual(['Bridge', 'mayor'])
    expect(await quotesFor(engine, 'bridge -mayor')).toEqual(['bridge'])
    expect(await quotesFor(engine, 'mayor OR nobody')).toEqual(['mayor', 'Nobody'])
    expect(await quotesFor(engine, 'den*')).toEqual(['denied'])
    expect(await quotesFor(engine, String.raw`/Kanal \d/`)).toEqual(['Kanal 6', 'Kanal 6'])
  })

  it('finds annotations by facets, and words within them', async () => {
    const { file, bridge } = pressProject()
    const engine = engineOn(file)
    expect(await quotesFor(engine, 'label:claim')).toEqual([
      'The Bridge is safe',
      'the bridge is safe',
      'Nobody denied it',
    ])
    expect(await quotesFor(engine, 'label:claim bridge')).toEqual(['Bridge', 'bridge'])
    expect(await quotesFor(engine, 'label:claim speaker:"ada holm"')).toEqual([
      'The Bridge is safe',
    ])
    expect(await quotesFor(engine, 'label:denial label:quote')).toHaveLength(2)
    expect(await quotesFor(engine, '-label:claim -label:quote')).toEqual(['“It is NOT,”'])
    expect(await quotesFor(engine, 'relation:denies')).toEqual([
      'The Bridge is safe',
      '“It is NOT,”',
    ])
    expect(await quotesFor(engine, '-has:speaker')).toEqual(['Nobody denied it'])
    expect(await quotesFor(engine, 'label:claim -bridge')).toEqual(['Nobody denied it'])
    expect((await found(engine, 'title:bridge')).rows).toEqual([
      { kind: 'document', documentId: bridge.id, hits: 0 },
    ])
    expect((await found(engine, 'is:untagged')).rows).toEqual([])
  })

  it('counts what there would be with other values of a facet', async () => {
    const { file } = pressProject()
    const engine = engineOn(file)
    const { counts } = await found(engine, 'label:denial')
    const label = counts?.find(({ facet }) => facet === 'label')
    expect(label?.values.map(({ name, count }) => [name, count])).toEqual([
      ['Claim', 3],
      ['Denial', 1],
      ['Quote', 1],
    ])
    const speaker = counts?.find(({ facet }) => facet === 'speaker')
    expect(speaker?.values.map(({ value, count }) => [value, count])).toEqual([
      ['An engineer', 1],
      ['Kanal 6', 1],
    ])
    const words = await found(engine, 'kanal')
    expect(words.counts?.find(({ facet }) => facet === 'status')?.values).toEqual([
      { value: 'todo', name: 'todo', count: 2 },
    ])
  })

  it('knows what was committed since the last one', async () => {
    const { file, claim, denies, loose, bridge, mayor } = pressProject()
    const engine = engineOn(file)
    expect(await quotesFor(engine, 'label:claim')).toHaveLength(3)
    valueOf(
      file.commit(
        draftOf({ entity: 'annotation', before: loose, after: { ...loose, label: 'quote' } }),
      ),
    )
    expect(await quotesFor(engine, 'label:claim')).toHaveLength(2)
    valueOf(file.commit(draftOf({ entity: 'relation', before: denies, after: null })))
    expect(await quotesFor(engine, 'relation:denies')).toEqual([])
    const responds = { ...denies, type: 'responds to' }
    valueOf(file.commit(draftOf({ entity: 'relation', before: null, after: responds })))
    expect(await quotesFor(engine, 'relation:"responds to"')).toHaveLength(2)
    const relation = (await found(engine, 'has:relation')).counts?.find(
      ({ facet }) => facet === 'relation',
    )
    expect(relation?.values.map(({ value, count }) => [value, count])).toEqual([
      ['repeats', 2],
      ['responds to', 2],
    ])
    valueOf(
      file.commit(
        draftOf({ entity: 'speaker', before: mayor, after: { ...mayor, name: 'Bo Lund' } }),
      ),
    )
    expect(await quotesFor(engine, 'speaker:"bo lund"')).toEqual([claim.quote])
    const text = 'A new bridge.'
    valueOf(
      file.commit(draftOf({ entity: 'document', before: null, after: documentOf(text) }), [text]),
    )
    expect(await quotesFor(engine, 'bridge')).toHaveLength(3)
    const done = { ...bridge, status: 'done' as const }
    valueOf(file.commit(draftOf({ entity: 'document', before: bridge, after: done })))
    expect(await quotesFor(engine, 'status:done bridge')).toEqual(['Bridge'])
    valueOf(file.undo(newId(), 'Ada'))
    expect(await quotesFor(engine, 'status:done bridge')).toEqual([])
  })

  it('knows whom a denial is against, also when that changes in another document', async () => {
    const { file, denial, echo, mayor, engineer } = pressProject()
    const engine = engineOn(file)
    expect(await quotesFor(engine, 'denies:"the mayor"')).toEqual([denial.quote])
    expect(await quotesFor(engine, 'denies:"engineer > mayor"')).toEqual([denial.quote])
    expect(await quotesFor(engine, 'denies:engineer>')).toEqual([denial.quote])
    // Who reports a denial does not deny.
    expect(await quotesFor(engine, 'denies:"kanal > mayor"')).toEqual([])
    expect(await quotesFor(engine, 'label:claim -has:denial')).toEqual([
      'the bridge is safe',
      'Nobody denied it',
    ])
    const across = { id: newId(), type: 'denies', from: denial.id, to: echo.id }
    valueOf(file.commit(draftOf({ entity: 'relation', before: null, after: across })))
    expect(await quotesFor(engine, 'denies:kanal')).toEqual([denial.quote])
    expect(await quotesFor(engine, 'label:claim -has:denial')).toEqual(['Nobody denied it'])
    const after = { ...echo, attribution: [...echo.attribution, engineer.id] }
    valueOf(file.commit(draftOf({ entity: 'annotation', before: echo, after })))
    expect(await quotesFor(engine, 'denies:kanal')).toEqual([])
    const { counts } = await found(engine, 'label:denial')
    expect(counts?.find(({ facet }) => facet === 'denies')?.values).toEqual([
      { value: engineer.name, name: engineer.name, count: 1 },
      { value: mayor.name, name: mayor.name, count: 1 },
    ])
    valueOf(file.undo(newId(), 'Ada'))
    expect(await quotesFor(engine, 'denies:kanal')).toEqual([denial.quote])
  })

  it('gives places to tag with the labels that they have, and those of one document', async () => {
    const { file, bridge } = pressProject()
    const engine = engineOn(file)
    const { search, rows } = await found(engine, '"bridge is safe" OR "the bridge is safe"')
    expect(rows).toHaveLength(4)
    const places = valueOf(await engine.answers['search.places']({ search, rows: null }))
    expect(places.complete).toBe(true)
    expect(places.occurrences.map(({ quote, labels }) => [quote, labels])).toEqual([
      ['The Bridge is safe', ['claim']],
      ['the bridge is safe', ['claim']],
    ])
    const there = { search, documentId: bridge.id }
    expect(valueOf(await engine.answers['search.inDocument'](there))).toEqual([
      { start: 0, end: 18 },
    ])
  })

  it('ends the one before it', async () => {
    const { file } = pressProject()
    const engine = engineOn(file)
    const first = valueOf(
      await engine.answers['search.run']({ query: 'bridge', order: 'document' }),
    )
    await engine.answers['search.run']({ query: 'kanal', order: 'document' })
    const { search } = first.progress
    expect(codeOf(await engine.answers['search.progress']({ search }))).toBe('cancelled')
  })

  it('ends an expression that never comes to an end, and keeps what was found before it', async () => {
    const { file } = pressProject()
    const text = `${'a'.repeat(60)}!`
    valueOf(
      file.commit(draftOf({ entity: 'document', before: null, after: documentOf(text) }), [text]),
    )
    const engine = engineOn(file)
    const { progress, rows } = await found(engine, '/bridge|^(a+)+$/i')
    expect(progress.stopped).toContain('takes too long')
    expect(quotes(rows)).toEqual(['Bridge', 'bridge'])
    expect(await quotesFor(engine, 'kanal')).toHaveLength(2)
  })

  it('says that it looks through texts that are not in the index', async () => {
    const { file } = pressProject()
    const engine = engineOn(file)
    const before = await found(engine, 'bridge')
    expect(before.progress.scanned).toContain('2 texts are not in the index')
    await engine.prepare()
    const after = await found(engine, 'bridge')
    expect(after.progress.scanned).toBeNull()
    expect(after.rows).toEqual(before.rows)
  })

  it('finds the same where SQLite or the project has no index of words, and says so', async () => {
    const { file } = pressProject()
    const other = new DatabaseSync(file.path)
    other.exec('DROP TABLE text_search')
    other.close()
    const engine = engineOn(file)
    await engine.prepare()
    const { progress, rows } = await found(engine, 'bridge')
    expect(progress.scanned).toContain('takes longer')
    expect(quotes(rows)).toEqual(['Bridge', 'bridge'])
  })

  it('puts the newest first, or what the words are most about', async () => {
    const file = newProject()
    const texts = ['kim kim kim', 'kim and much else that is about others', 'kim']
    const dates = ['2024-01-01', null, '2025-01-01']
    const changes = texts.map((text, index): Change => ({
      entity: 'document',
      before: null,
      after: { ...documentOf(text, text), date: dates[index] ?? null },
    }))
    valueOf(file.commit(draftOf(...changes), texts))
    const engine = engineOn(file)
    await engine.prepare()
    const titles = async (order: SearchOrder) => {
      const { rows } = await found(engine, 'kim', order)
      return rows.flatMap((row) =>
        row.kind === 'document' ? [file.document(row.documentId)?.title] : [],
      )
    }
    expect(await titles('document')).toEqual(texts)
    expect(await titles('date')).toEqual([texts[2], texts[0], texts[1]])
    expect((await titles('relevance')).at(-1)).toBe(texts[1])
  })
})

const texts = fc.array(
  arbitraryText.filter((text) => text !== ''),
  { minLength: 1, maxLength: 6 },
)
/** A phrase, or the beginning of a word, that can be looked for. */
const query = fc
  .tuple(arbitraryText, fc.boolean())
  .map(([typed, prefix]) => {
    const word = typed.replaceAll(/[\\"“”]/g, ' ').trim()
    const last = word.split(/\s+/u).at(-1) ?? ''
    return { word, query: prefix ? `${last}*` : `"${word}"`, prefix }
  })
  .filter(({ query: asked }) => parseQuery(asked).ok)

test('with the index and without it the same is found, and splits no grapheme', async () => {
  await fc.assert(
    fc.asyncProperty(texts, query, async (some, { word, query: asked, prefix }) => {
      const file = newProject()
      const all = [...new Set([...some, `x ${word} ${some[0]}`, `${word}${word}`])]
      const changes = all.map((text): Change => ({
        entity: 'document',
        before: null,
        after: documentOf(text),
      }))
      valueOf(file.commit(draftOf(...changes), all))
      const scanned = await found(engineOn(file, false), asked)
      const indexed = engineOn(file)
      await indexed.prepare()
      const { rows } = await found(indexed, asked)
      expect(rows).toEqual(scanned.rows)
      expect(prefix || rows.length > 0).toBe(true)
      const hits = rows.flatMap((row) => (row.kind === 'hit' ? [row] : []))
      for (const { documentId, span, quote } of hits) {
        const text = file.text(file.document(documentId)?.sha256 ?? '') ?? ''
        expect(text.slice(span.start, span.end).startsWith(quote)).toBe(true)
        expect(isGraphemeBoundary(text, span.start)).toBe(true)
        expect(isGraphemeBoundary(text, span.end)).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})
