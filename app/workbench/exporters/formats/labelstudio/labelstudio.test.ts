import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'

import type { Attribute } from '../../../../../shared/model/attribute.ts'
import { arbitraryDataset } from '../../../arbitrary-dataset.ts'
import { expectRoundTrip, filesOf } from '../../../exchange.fixture.ts'
import { labelStudioFormat } from '../../../importers/formats/label-studio/label-studio.ts'
import { sourceFileOf } from '../../../importers/source-file.fixture.ts'
import { readXml } from '../../../importers/xml-source/xml-source.ts'
import { elementsBelow } from '../../../importers/xml-source/xml-tree.ts'
import { labelstudioFormat } from './labelstudio.ts'

test('what is written comes back, and goes out again as the same bytes', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    await expectRoundTrip(labelstudioFormat, labelStudioFormat, dataset)
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})

const tasksSchema = z.array(
  z.object({
    data: z.object({ text: z.string() }),
    annotations: z.array(
      z.object({
        result: z.array(
          z.union([
            z.object({ type: z.literal('relation'), from_id: z.string(), to_id: z.string() }),
            z.object({
              id: z.string(),
              from_name: z.string(),
              to_name: z.literal('text'),
              type: z.string(),
              value: z.object({ start: z.number(), end: z.number() }).loose(),
            }),
          ]),
        ),
      }),
    ),
  }),
)

test('every result has its control in the labelling interface, and offers what was chosen', async () => {
  const property = fc.asyncProperty(arbitraryDataset, async (dataset) => {
    const { files } = filesOf(labelstudioFormat, dataset)
    const config = files.get('labeling-config.xml') ?? Buffer.alloc(0)
    const { root } = await readXml(sourceFileOf('labeling-config.xml', config))
    const options = new Map(
      [...elementsBelow(root)].flatMap((element) => {
        const name = element.attributes.get('name')
        const values = [...elementsBelow(element)].map(({ attributes }) => attributes.get('value'))
        return name === undefined ? [] : [[name, new Set(values)] as const]
      }),
    )
    const tasks = tasksSchema.parse(JSON.parse(String(files.get('tasks.json'))))
    for (const { data, annotations } of tasks) {
      const characters = Array.from(data.text)
      for (const result of annotations.flatMap((set) => set.result)) {
        if (!('from_name' in result)) continue
        const { value, type, from_name: name } = result
        expect([...options.keys()]).toContain(name)
        const chosen = z.array(z.string()).safeParse(value[type])
        for (const option of chosen.data ?? []) expect(options.get(name)).toContain(option)
        if (type !== 'labels') continue
        expect(value['text']).toBe(characters.slice(value.start, value.end).join(''))
      }
    }
  })
  await expect(fc.assert(property)).resolves.toBeUndefined()
})

test('what XML cannot hold has no control, and is told', () => {
  const dataset = fc.sample(arbitraryDataset, 1)[0]
  if (dataset === undefined) throw new TypeError('there is a sample')
  const attribute: Attribute = {
    id: 'odd',
    name: 'Odd \u0001',
    required: false,
    kind: 'choice',
    options: ['one', '\u0002'],
  }
  const labels = dataset.head.labels.map((label) => ({ ...label, attributes: [attribute] }))
  const relationTypes = [{ id: 'odd\u0003', name: 'odd', description: '', from: [], to: [] }]
  const head = { ...dataset.head, labels, relationTypes }
  const { files, changed } = filesOf(labelstudioFormat, { ...dataset, head })
  const config = String(files.get('labeling-config.xml'))
  expect(config).not.toMatch(/[^\P{Cc}\n]/u)
  expect(config).not.toContain('Choices')
  expect(changed.map(({ id }) => id)).toEqual([...labels.map(({ id }) => id), 'odd\u0003'])
})
