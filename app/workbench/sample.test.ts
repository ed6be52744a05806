import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { breachOf } from '../../shared/model/annotation.ts'
import { fitsAttribute } from '../../shared/model/attribute.ts'
import { changesOf } from '../../shared/model/change.ts'
import { missingIn } from '../../shared/model/completeness.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { journalDraftSchema } from '../../shared/model/journal.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { sampleDraft } from './sample.ts'

const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url))

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-sample-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function annotationsOf(path: string) {
  const { draft, texts } = await sampleDraft(path, 'Ada')
  const [text = ''] = texts
  const annotations = draft.changes.flatMap(({ entity, after }) =>
    entity === 'annotation' && after !== null ? [after] : [],
  )
  return { draft, text, annotations }
}

describe('the sample', () => {
  it('is a lawful act with every label of the default tag set', async () => {
    const { draft, text, annotations } = await annotationsOf(sample)
    expect(journalDraftSchema.parse(draft)).toEqual(draft)
    expect(annotations.map((one) => breachOf(text, one.spans, one.quote))).toEqual(
      annotations.map(() => null),
    )
    expect(new Set(annotations.map(({ label }) => label))).toEqual(
      new Set(defaultLabels.map(({ id }) => id)),
    )
  })

  it('shows what is hard: nesting, crossing, one span twice, a parted quote, a repeated one', async () => {
    const { annotations } = await annotationsOf(sample)
    const spans = annotations.map((one) => one.spans)
    const pairs = spans.flatMap(([one], index) =>
      spans.slice(index + 1).flatMap(([other]) => (one && other ? [{ one, other }] : [])),
    )
    expect(spans.some(({ length }) => length > 1)).toBe(true)
    expect(pairs.some(({ one, other }) => one.start < other.start && other.end < one.end)).toBe(
      true,
    )
    expect(
      pairs.some(
        ({ one, other }) => one.start < other.start && other.start < one.end && one.end < other.end,
      ),
    ).toBe(true)
    expect(pairs.some(({ one, other }) => one.start === other.start && one.end === other.end)).toBe(
      true,
    )
    expect(new Set(annotations.map(({ quote }) => quote)).size).toBeLessThan(annotations.length - 1)
  })

  it('shows what annotations can say: chains, nobody named, answers, one missing, gaps, links', async () => {
    const { draft, annotations } = await annotationsOf(sample)
    const speakers = changesOf(draft.changes, 'speaker').flatMap(({ after }) => after ?? [])
    const relations = changesOf(draft.changes, 'relation').flatMap(({ after }) => after ?? [])
    expect(speakers.some(({ anonymous }) => anonymous)).toBe(true)
    expect(speakers.some(({ aliases, role }) => aliases.length > 0 && role !== null)).toBe(true)
    expect(annotations.some(({ attribution }) => attribution.length > 1)).toBe(true)
    expect(new Set(relations.map(({ type }) => type))).toEqual(
      new Set(defaultRelationTypes.map(({ id }) => id)),
    )
    const labels = new Map(defaultLabels.map((label) => [label.id, label]))
    const missing = annotations.flatMap((one) => missingIn(one, labels.get(one.label)))
    expect(missing).toEqual(['Kind'])
    for (const { attributes, label } of annotations) {
      for (const [id, value] of Object.entries(attributes)) {
        const attribute = labels.get(label)?.attributes.find((one) => one.id === id)
        expect(attribute !== undefined && fitsAttribute(attribute, value)).toBe(true)
      }
    }
    const denied = new Set(relations.filter(({ type }) => type === 'denies').map(({ to }) => to))
    const denying = new Set(
      relations.filter(({ type }) => type === 'denies').map(({ from }) => from),
    )
    expect(annotations.some(({ id, label }) => label === 'claim' && !denied.has(id))).toBe(true)
    expect(annotations.some(({ id, label }) => label === 'denial' && !denying.has(id))).toBe(true)
  })

  it('has text that is hard to count in', async () => {
    const { text } = await annotationsOf(sample)
    for (const piece of [
      '👨‍👩‍👧‍👦',
      'cafe\u0301',
      'Лидия Осокина',
      'سامر الحداد',
      ' – ',
      ' — ',
      '‘',
      '“',
    ]) {
      expect(text).toContain(piece)
    }
    expect(text.split('\n')).toContain('“Nobody from the commission called.”')
  })

  it('fails loudly where its words are not in the text', async () => {
    await cp(sample, folder, { recursive: true })
    const path = join(folder, 'annotations.json')
    const described = await readFile(path, 'utf8')
    await writeFile(path, described.replace('We were never told,', 'We were never asked,'))
    await expect(sampleDraft(folder, 'Ada')).rejects.toThrow('We were never asked,')
    await writeFile(path, described.replace('"from": "rejects"', '"from": "nothing"'))
    await expect(sampleDraft(folder, 'Ada')).rejects.toThrow('“nothing”')
  })
})
