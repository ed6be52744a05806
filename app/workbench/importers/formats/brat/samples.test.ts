import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readingsOf } from '../../../exchange.fixture.ts'
import { landedDataset } from '../../../landed-dataset.fixture.ts'
import { bratFormat } from './brat.ts'

const samples = join(import.meta.dirname, '../../../../../../shared/samples/brat')

describe.skipIf(!existsSync(samples))('the samples of brat', () => {
  it.each(existsSync(samples) ? readdirSync(samples) : [])('are read whole: %s', async (folder) => {
    const names = readdirSync(join(samples, folder))
    const files = new Map(names.map((name) => [name, readFileSync(join(samples, folder, name))]))
    const lines = [...files].flatMap(([name, bytes]) =>
      name.endsWith('.ann') ? bytes.toString().split('\n') : [],
    )
    const { dataset, told: report } = landedDataset(await readingsOf(bratFormat, files))
    const annotations = dataset.documents.flatMap(({ document }) => document.annotations)
    expect(annotations).toHaveLength(lines.filter((line) => line.startsWith('T')).length)
    expect(report.filter(({ outcome }) => outcome !== 'changed')).toEqual([])
    const ends = lines.flatMap((line) => {
      if (line.startsWith('R')) return ['R']
      if (line.startsWith('*')) return line.split(' ').slice(2)
      return line.startsWith('E') ? line.trim().split(' ').slice(1) : []
    })
    expect(dataset.relations).toHaveLength(ends.length)
  })
})
