import { describe, expect, it } from 'vitest'

import { annotation, only, position, quote, read, refusalOf } from './reading.fixture.ts'

describe('targets', () => {
  it('reads an address with a fragment', async () => {
    const { annotations } = await read(
      annotation({ target: 'https://news.example/a.txt#char=4%2C9' }),
    )
    expect(annotations[0]).toMatchObject({
      target: 'https://news.example/a.txt',
      annotations: [{ spans: [{ start: 4, end: 9 }] }],
    })
  })

  it.each([
    ['a page as a whole', 'https://news.example/a', 'as a whole'],
    ['a picture', { id: 'https://news.example/a.png', type: 'Image' }, 'type “Image”'],
    ['a part of a picture', 'https://news.example/a.png#xywh=1,2,3,4', '“xywh=1,2,3,4”'],
    [
      'a film',
      { source: { id: 'https://news.example/v', type: 'Video' }, selector: position(1, 2) },
      'type “Video”',
    ],
    ['nowhere', { selector: position(1, 2) }, 'no source'],
    ['a number', 9, 'no source'],
    ['nothing', [], 'no target'],
  ])('refuses %s', async (_, target, reason) => {
    expect(await refusalOf(annotation({ target }))).toContain(reason)
  })

  const source = 'https://news.example/a'
  const at = (start: number, end: number, exact: string) => ({
    source,
    selector: [position(start, end), quote(exact)],
  })

  it('takes several targets on one source as the pieces of one annotation', async () => {
    const target = [at(4, 7, 'dam'), at(12, 17, 'broke')]
    const pieces = {
      spans: [
        { start: 4, end: 7 },
        { start: 12, end: 17 },
      ],
      quote: 'dam broke',
    }
    expect(await only(annotation({ target }))).toMatchObject(pieces)
    expect(await only(annotation({ target: { type: 'Composite', items: target } }))).toMatchObject(
      pieces,
    )
    expect(await only(annotation({ target: { type: 'List', items: target } }))).toMatchObject(
      pieces,
    )
  })

  it('makes annotations of their own of independent targets, and of pieces that are only quoted', async () => {
    const independents = { type: 'Independents', items: [at(4, 7, 'dam'), at(12, 17, 'broke')] }
    const quoted = [
      { source, selector: quote('dam') },
      { source, selector: quote('broke') },
    ]
    for (const target of [independents, quoted]) {
      const { annotations } = await read(annotation({ target }))
      expect(annotations[0]?.annotations.map((each) => each.quote)).toEqual(['dam', 'broke'])
      expect(annotations[0]?.annotations.map(({ id }) => id)).toEqual([
        'https://notes.example/1',
        null,
      ])
      expect(annotations[0]?.changed.map(({ reason }) => reason)).toEqual([
        'It is on several stretches that stand alone; each is an annotation now.',
      ])
    }
  })

  it('takes the first of a choice, and those on other sources by themselves', async () => {
    const other = { source: 'https://news.example/b', selector: position(1, 2) }
    expect(
      await only(annotation({ target: { type: 'Choice', items: [at(4, 7, 'dam'), other] } })),
    ).toMatchObject({ quote: 'dam' })
    const { annotations } = await read(annotation({ target: [at(4, 7, 'dam'), other] }))
    expect(annotations.map(({ target }) => target)).toEqual([source, 'https://news.example/b'])
  })

  it('leaves out a target that is no text, and says so', async () => {
    const { annotations } = await read(
      annotation({ target: [at(4, 7, 'dam'), 'https://news.example/b'] }),
    )
    expect(annotations[0]?.changed[0]?.reason).toContain(
      'One of its targets was left out: it is on something as a whole',
    )
  })
})
