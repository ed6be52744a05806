import { describe, expect, it } from 'vitest'

import { newId } from '../../../../shared/model/id.ts'
import { articleOf } from '../article.ts'
import type { ForeignAnnotation, ForeignDocument, ForeignRelation } from '../foreign.ts'
import { plainAnnotation } from '../plain-annotation.ts'
import { landDocument } from './land-document.ts'
import { landDeferred } from './land-relations.ts'
import { startLanding, type LandingStart } from './landing.ts'

const facts = { path: 'batch/a.json', format: 'x', byteLength: null, sha256: null }
const now = '2026-01-01T00:00:00.000Z'

function landing(start: Partial<LandingStart> = {}) {
  return startLanding({ annotator: 'Ada', now, speakers: [], isTaken: () => false, ...start })
}

function documentOf(text: string, given: Partial<ForeignDocument> = {}): ForeignDocument {
  const decoding = { encoding: 'utf-8', byteOrderMark: false }
  return { ...articleOf({ text, decoding, metadata: {} }).document, ...given }
}

function annotation(given: Partial<ForeignAnnotation> = {}): ForeignAnnotation {
  return {
    key: given.id ?? 'T1',
    ...plainAnnotation,
    place: 'T1',
    label: 'claim',
    spans: [{ start: 0, end: 3 }],
    ...given,
  }
}

const relation = (from: string, to: string): ForeignRelation => ({
  place: 'R1',
  id: null,
  type: 'denies',
  from,
  to,
})

describe('ids', () => {
  it('are kept where they are free, and made anew where the project or the import has them', () => {
    const [taken, free] = [newId(), newId()]
    const one = landing({ isTaken: (id) => id === taken })
    expect(one.idFor(free)).toBe(free)
    expect(one.idFor(free)).not.toBe(free)
    expect(one.idFor(taken)).not.toBe(taken)
    expect(one.idFor('T1')).toMatch(/^[0-9a-f-]{36}$/)
    // A UUID of another version does not sort by time.
    expect(one.idFor('3b241101-e2bb-4255-8caf-4136c566a962')).not.toBe(
      '3b241101-e2bb-4255-8caf-4136c566a962',
    )
  })
})

describe('speakers', () => {
  it('are found by name or alias, and registered once where they are new', () => {
    const ada = {
      id: newId(),
      name: 'Ada Holm',
      aliases: ['the mayor'],
      role: null,
      organisation: null,
      anonymous: false,
    }
    const one = landing({ speakers: [ada] })
    const [known, made] = one.attributionOf(['The Mayor', ' KCNA '])
    expect(known).toBe(ada.id)
    expect(one.attributionOf(['KCNA', 'kcna', '', '  '])).toEqual([made])
    expect(one.newSpeakers().map(({ name }) => name)).toEqual(['KCNA'])
  })
})

describe('relations', () => {
  it('join annotations of other documents by id, wherever in the import these are', () => {
    const one = landing()
    const [near, far] = [newId(), newId()]
    const first = landDocument(
      one,
      documentOf('One.', {
        annotations: [annotation({ id: near })],
        relations: [relation(near, far), relation(near, newId())],
      }),
      facts,
    )
    expect(first.counts.relations).toBe(2)
    expect(first.landed?.relations).toEqual([])
    landDocument(one, documentOf('Two.', { annotations: [annotation({ id: far })] }), facts)
    const { relations, told } = landDeferred(one)
    expect(relations).toMatchObject([{ from: near, to: far }])
    expect(told).toMatchObject([{ outcome: 'refused', thing: 'relation', code: 'notFound' }])
  })

  it('wait with what waits for review', () => {
    const annotations = [
      annotation({ key: 'T1' }),
      annotation({ key: 'T2', quote: 'not there' }),
      annotation({ key: 'T3', spans: [{ start: 5, end: 99 }] }),
    ]
    const relations = [relation('T1', 'T2'), relation('T2', 'T3')]
    const { landed, told } = landDocument(
      landing(),
      documentOf('One.', { annotations, relations }),
      facts,
    )
    expect(landed?.relations).toEqual([])
    expect(landed?.waiting.map((suggestion) => suggestion.relations.length)).toEqual([2, 1])
    expect(told.map(({ outcome, thing }) => `${thing} ${outcome}`)).toEqual([
      'annotation review',
      'annotation review',
      'relation review',
      'relation review',
    ])
  })
})

describe('a document', () => {
  it('is refused with all that hangs on it where it holds no text or half a character', () => {
    for (const text of ['', ' \n ', 'half \ud83d of it']) {
      const given = documentOf(text, {
        annotations: [annotation()],
        relations: [relation('a', 'b')],
      })
      const { landed, told, counts } = landDocument(landing(), given, facts)
      expect(landed).toBeNull()
      expect(counts).toEqual({ documents: 1, annotations: 1, relations: 1, suggestions: 0 })
      expect(told.map(({ thing }) => thing)).toEqual(['document', 'annotation', 'relation'])
    }
  })

  it('keeps what it says of itself, and what fits no field under its own name', () => {
    const metadata = {
      ...documentOf('x').metadata,
      title: ' A \n title ',
      url: 'ftp://old.example',
      language: 'not a tag',
      date: '2024-06-19',
      other: { ['__proto__']: 'x', section: 'World' },
    }
    const { landed } = landDocument(landing(), documentOf('Text.', { metadata }), facts)
    expect(landed?.document).toMatchObject({
      title: 'A title',
      url: null,
      language: null,
      date: '2024-06-19',
      metadata: { url: 'ftp://old.example', language: 'not a tag', section: 'World' },
    })
  })

  it('stops keeping annotations once they quote too much of it, by place', () => {
    const text = 'word '.repeat(400_000)
    const annotations = Array.from({ length: 40 }, (_, index) =>
      annotation({ key: `T${index}`, spans: [{ start: 0, end: 1_999_999 }] }),
    )
    const { landed, told } = landDocument(landing(), documentOf(text, { annotations }), facts)
    expect(landed?.annotations).toHaveLength(33)
    expect(told.map(({ code }) => code)).toEqual(Array.from({ length: 7 }, () => 'tooLarge'))
  })
})
