import { describe, expect, it } from 'vitest'

import { changesOf, subjectOf } from '../../../../shared/model/change.ts'
import { defaultLabels } from '../../../../shared/model/default-labels.ts'
import { labelSchema } from '../../../../shared/model/label.ts'
import { defaultRelationTypes } from '../../../../shared/model/relation-type.ts'
import { resolveTagSet } from './resolve-tag-set.ts'
import { collectTagSet } from './wanted-tag-set.ts'

const present = { labels: defaultLabels, relationTypes: defaultRelationTypes }
const plain = { map: {}, untouched: false }

describe('resolveTagSet', () => {
  it('goes by id, then by name, and adds what is not there under its own name', () => {
    const tagSet = collectTagSet()
    for (const label of ['claim', 'QUOTE', 'Hate speech', 'B-ORG', 'constructor'])
      tagSet.useLabel(label, {})
    for (const type of ['denies', 'Denies', 'org:founded_by']) tagSet.useRelationType(type)
    const resolved = resolveTagSet(present, tagSet.wanted(), plain)
    const names = ['claim', 'QUOTE', 'Hate speech', 'B-ORG', 'constructor']
    expect(names.map(resolved.label)).toEqual([
      'claim',
      'quote',
      'hate-speech',
      'B-ORG',
      'constructor',
    ])
    expect(['Denies', 'org:founded_by'].map(resolved.relationType)).toEqual([
      'denies',
      'org:founded_by',
    ])
    const added = changesOf(resolved.changes, 'label').flatMap(({ after }) => after ?? [])
    expect(added.map(({ name }) => name)).toEqual(['Hate speech', 'B-ORG', 'constructor'])
    expect(added.map((label) => labelSchema.safeParse(label).success)).toEqual([true, true, true])
    expect(new Set([...defaultLabels, ...added].map(({ key }) => key)).size).toBe(7)
  })

  it('follows the mapping first, also to a label that is not there yet', () => {
    const tagSet = collectTagSet()
    for (const label of ['claim', 'PER', 'LOC']) tagSet.useLabel(label, {})
    const map = { claim: 'analysis', PER: 'Person', LOC: 'quote' }
    const resolved = resolveTagSet(present, tagSet.wanted(), { map, untouched: false })
    expect(['claim', 'PER', 'LOC'].map(resolved.label)).toEqual(['analysis', 'Person', 'quote'])
    expect(changesOf(resolved.changes, 'label')).toMatchObject([
      { before: null, after: { name: 'Person' } },
    ])
  })

  it('gives labels the attributes that annotations have, and finds those they have already', () => {
    const tagSet = collectTagSet()
    tagSet.describe({
      labels: [],
      relationTypes: [],
      speakers: [],
      projectName: null,
      attributeKinds: { Polarity: 'choice' },
    })
    tagSet.useLabel('claim', {
      Certainty: 'certain',
      Polarity: 'neg',
      seen: true,
      about: ['a', 'b'],
    })
    tagSet.useLabel('claim', { Polarity: 'pos', seen: false, about: ['c'], note: 'x' })
    const resolved = resolveTagSet(present, tagSet.wanted(), plain)
    expect(resolved.attribute('claim', 'Certainty')).toBe('certainty')
    const [change] = changesOf(resolved.changes, 'label')
    const before = defaultLabels[0]?.attributes ?? []
    expect(change?.after?.attributes.slice(before.length)).toEqual([
      {
        id: 'Polarity',
        name: 'Polarity',
        required: false,
        kind: 'choice',
        options: ['neg', 'pos'],
      },
      { id: 'seen', name: 'seen', required: false, kind: 'yesNo' },
      {
        id: 'about',
        name: 'about',
        required: false,
        kind: 'multipleChoice',
        options: ['a', 'b', 'c'],
      },
      { id: 'note', name: 'note', required: false, kind: 'text' },
    ])
  })

  it('takes the tag set of a dataset whole where nothing was done to the project, and keeps the project’s own otherwise', () => {
    const [claim, quote] = defaultLabels
    if (claim === undefined || quote === undefined) throw new Error('there are labels')
    const tagSet = collectTagSet()
    tagSet.describe({
      labels: [
        { ...quote, color: '#000000' },
        { ...claim, id: 'rumour', name: 'Rumour' },
      ],
      relationTypes: [],
      speakers: [],
      projectName: 'News',
      attributeKinds: {},
    })
    const taken = resolveTagSet(present, tagSet.wanted(), { map: {}, untouched: true })
    const labels = changesOf(taken.changes, 'label')
    expect(labels.filter(({ after }) => after === null).map(({ before }) => before?.id)).toEqual([
      'claim',
      'denial',
      'analysis',
    ])
    expect(
      labels.flatMap(({ after }) =>
        after === null ? [] : [[after.id, after.position, after.color]],
      ),
    ).toEqual([
      ['quote', 0, '#000000'],
      ['rumour', 1, claim.color],
    ])
    const kept = changesOf(resolveTagSet(present, tagSet.wanted(), plain).changes, 'label')
    expect(kept).toMatchObject([{ before: null, after: { id: 'rumour', position: 4 } }])
  })

  it('neither removes nor adds a usual label that a dataset uses without describing it', () => {
    const [claim, quote] = defaultLabels
    if (claim === undefined || quote === undefined) throw new Error('there are labels')
    const tagSet = collectTagSet()
    tagSet.describe({
      labels: [quote],
      relationTypes: [],
      speakers: [],
      projectName: 'News',
      attributeKinds: {},
    })
    tagSet.useLabel('claim', {})
    tagSet.useRelationType('denies')
    const { changes } = resolveTagSet(present, tagSet.wanted(), { map: {}, untouched: true })
    const things = changes.map((change) => `${change.entity} ${subjectOf(change)}`)
    expect(things).toHaveLength(new Set(things).size)
    const claims = changesOf(changes, 'label').filter((change) => subjectOf(change) === 'claim')
    expect(claims).toMatchObject([{ before: claim, after: { id: 'claim' } }])
  })
})
