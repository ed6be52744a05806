import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  arbitraryLabel,
  arbitraryRelationType,
  arbitrarySpeaker,
} from '../../../../../shared/model/arbitrary-change.ts'
import { parseConfiguration } from '../../../importers/formats/brat/configuration-lines.ts'
import { heldTagSetOf } from '../../../importers/tag-set-comments.ts'
import { datasetHead, type DatasetHead } from '../../dataset.ts'
import { annotationConf, visualConf } from './configuration.ts'
import { bratTypesOf } from './types.ts'

const arbitraryHead: fc.Arbitrary<DatasetHead> = fc
  .record({
    projectName: fc.string({ unit: 'grapheme' }),
    labels: fc.uniqueArray(arbitraryLabel, { selector: ({ id }) => id, maxLength: 5 }),
    relationTypes: fc.uniqueArray(arbitraryRelationType, {
      selector: ({ id }) => id,
      maxLength: 4,
    }),
    speakers: fc.uniqueArray(arbitrarySpeaker, { selector: ({ id }) => id, maxLength: 3 }),
  })
  .map(datasetHead)

const word = /^[A-Za-z0-9][A-Za-z0-9_-]*$/

describe('the configuration of brat', () => {
  it('holds any tag set, and gives it back', () => {
    fc.assert(
      fc.property(arbitraryHead, (head) => {
        const conf = annotationConf(head, bratTypesOf(head))
        const held = heldTagSetOf(conf.split('\n'))
        expect(held?.projectName).toBe(head.project.name)
        expect(held?.labels).toEqual(head.labels)
        expect(held?.relationTypes).toEqual(head.relationTypes)
        expect(held?.speakers).toEqual(head.speakers)
      }),
    )
  })

  it('is read by the rules of brat without a line that is wrong', () => {
    fc.assert(
      fc.property(arbitraryHead, (head) => {
        const types = bratTypesOf(head)
        const annotation = parseConfiguration(annotationConf(head, types), 'annotation.conf')
        const visual = parseConfiguration(visualConf(head, types), 'visual.conf')
        expect([...annotation.refused, ...visual.refused]).toEqual([])
        const entities = annotation.section('entities')
        expect(entities.map(({ terms: [type] }) => type)).toEqual([...types.labels.values()])
        const relations = annotation.section('relations').slice(1)
        expect(relations.map(({ terms: [type] }) => type)).toEqual([
          ...types.relationTypes.values(),
        ])
        const attributes = annotation.section('attributes')
        expect(
          attributes.map(({ terms: [type], args }) => [type, args.map(({ types: of }) => of)]),
        ).toEqual(
          types.attributes.map(({ type, labels, values }) => [
            type,
            [labels.map((label) => types.labels.get(label)), values.map((value) => value.word)],
          ]),
        )
        const all = [...entities, ...relations, ...attributes]
        expect(visual.section('labels').map(({ terms: [type] }) => type)).toEqual(
          all.map(({ terms: [type] }) => type),
        )
        for (const { terms, unused } of all) {
          expect(terms[0]).toMatch(word)
          expect(unused).toBe(false)
        }
      }),
    )
  })
})

describe('bratTypesOf', () => {
  it('gives everything a word of its own', () => {
    fc.assert(
      fc.property(arbitraryHead, (head) => {
        const { labels, relationTypes, attributes } = bratTypesOf(head)
        const all = [
          ...labels.values(),
          ...relationTypes.values(),
          ...attributes.map(({ type }) => type),
        ]
        expect(new Set(all).size).toBe(all.length)
        for (const { values } of attributes) {
          expect(new Set(values.map((value) => value.word)).size).toBe(values.length)
          for (const value of values) expect(value.word).toMatch(word)
        }
      }),
    )
  })
})
