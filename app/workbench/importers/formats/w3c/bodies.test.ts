import { describe, expect, it } from 'vitest'

import { annotation, only, read } from './reading.fixture.ts'

describe('bodies', () => {
  it('reads what Hypothesis writes: a comment without a purpose, then tags', async () => {
    const body = [
      { type: 'TextualBody', value: 'Not so.', format: 'text/markdown' },
      { type: 'TextualBody', value: 'denial', purpose: 'tagging' },
      { type: 'TextualBody', value: 'urgent', purpose: 'tagging' },
    ]
    expect(await only(annotation({ body, creator: 'acct:ada@notes.example' }))).toMatchObject({
      label: 'denial',
      note: 'Not so.',
      attributes: { tags: ['urgent'] },
      annotator: 'acct:ada@notes.example',
    })
  })

  it('reads what Recogito writes: bodies with purposes and a creator each', async () => {
    const creator = { id: 'u1', name: 'Ada' }
    const body = [
      { id: 'b1', purpose: 'commenting', value: 'Look.', creator, created: '2026-01-01T00:00:00Z' },
      { id: 'b2', purpose: 'tagging', value: 'Claim', creator },
      { purpose: 'commenting', value: 'Again.', creator },
    ]
    expect(await only(annotation({ body }))).toMatchObject({
      label: 'Claim',
      note: 'Look.\n\nAgain.',
      annotator: 'Ada',
    })
  })

  it.each([
    ['a string body', { bodyValue: 'Look.' }, { label: 'commenting', note: 'Look.' }],
    ['no body', {}, { label: 'highlighting', note: null }],
    [
      'a motivation without bodies',
      { motivation: 'oa:questioning' },
      { label: 'questioning', note: null },
    ],
    [
      'a body with the purpose of its annotation',
      { motivation: 'tagging', bodyValue: 'claim' },
      { label: 'claim', note: null },
    ],
    [
      'an address',
      { body: 'https://blog.example/1' },
      { label: 'commenting', note: 'https://blog.example/1' },
    ],
    [
      'a class by its address',
      { motivation: 'classifying', body: 'https://v.example/claim' },
      { label: 'https://v.example/claim' },
    ],
    [
      'a tag by its address',
      { body: { purpose: 'tagging', source: 'https://v.example/claim' } },
      { label: 'https://v.example/claim' },
    ],
    [
      'a tag with a name',
      { body: { purpose: 'tagging', source: { id: 'https://v.example/c', label: 'Claim' } } },
      { label: 'Claim' },
    ],
    [
      'a choice',
      { body: { type: 'Choice', items: [{ value: 'first' }, { value: 'second' }] } },
      { note: 'first' },
    ],
    [
      'a set',
      { body: { type: 'List', items: [{ value: 'first' }, { value: 'second' }] } },
      { note: 'first\n\nsecond' },
    ],
    [
      'another purpose',
      { body: [{ purpose: 'identifying', source: 'https://v.example/Kyiv' }] },
      { attributes: { identifying: 'https://v.example/Kyiv' } },
    ],
    [
      'wrapped texts',
      { body: { value: { '@value': 'Look.', '@language': 'en' } } },
      { note: 'Look.' },
    ],
    [
      'an empty comment',
      { body: { type: 'TextualBody', value: '' } },
      { label: 'highlighting', note: null },
    ],
  ])('reads %s', async (_, given, said) => {
    expect(await only(annotation(given))).toMatchObject(said)
  })

  it('reads who made it and when', async () => {
    const creator = [{ type: 'Person', nickname: 'ada' }, { email: 'mailto:bo@news.example' }]
    const times = { created: '2026-01-01T00:00:00Z', modified: '2026-01-02T00:00:00+01:00' }
    expect(await only(annotation({ creator, ...times }))).toMatchObject({
      annotator: 'ada, mailto:bo@news.example',
      createdAt: '2026-01-01T00:00:00Z',
      updatedAt: '2026-01-02T00:00:00+01:00',
    })
  })

  it('says what it has no place for', async () => {
    const body = { value: 'x', language: 'en', rights: 'https://rights.example/' }
    const { changed } = await read(annotation({ body, audience: {}, stylesheet: 's' }))
    expect(changed.map(({ reason }) => reason)).toEqual([
      'Fields that Verbatim has no place for were not taken over: audience, language of bodies, rights of bodies, stylesheet.',
    ])
  })
})
