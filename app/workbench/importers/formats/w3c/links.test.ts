import { describe, expect, it } from 'vitest'

import { annotation, read } from './reading.fixture.ts'

describe('relations', () => {
  const [one, two] = [annotation({}), annotation({ id: 'https://notes.example/2' })]
  const link = {
    id: 'https://notes.example/l',
    type: 'Annotation',
    motivation: 'linking',
    body: 'https://notes.example/2',
    target: 'https://notes.example/1',
  }

  it('are annotations that link two others, from the target to the body', async () => {
    const typed = {
      ...link,
      body: [link.body, { type: 'TextualBody', purpose: 'tagging', value: 'denies' }],
    }
    for (const [linking, type] of [
      [link, 'linking'],
      [typed, 'denies'],
    ] as const) {
      const { annotations, refused } = await read([linking, one, two])
      expect(refused).toEqual([])
      expect(annotations[0]?.relations).toEqual([
        {
          place: '[0]',
          id: link.id,
          type,
          from: 'https://notes.example/1',
          to: 'https://notes.example/2',
        },
      ])
    }
  })

  it('have a type that a tag on the link says, as Annotorious has it', async () => {
    const tag = {
      type: 'Annotation',
      motivation: 'tagging',
      body: [{ value: 'denies' }],
      target: link.id,
    }
    const { annotations, refused } = await read([one, two, tag, link])
    expect(refused).toEqual([])
    expect(annotations[0]?.relations).toMatchObject([{ type: 'denies' }])
  })

  it('are refused where they lead from nothing', async () => {
    const { refused } = await read([two, link])
    expect(refused).toMatchObject([{ thing: 'relation', place: '[1]', code: 'notFound' }])
  })
})
