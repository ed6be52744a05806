import { describe, expect, it } from 'vitest'

import { landedDataset } from '../../../landed-dataset.fixture.ts'
import type { ForeignTagSet, Reading } from '../../foreign.ts'
import { onlyDocument, osokina, readingsFrom, told } from './brat.fixture.ts'

function tagSetIn(readings: readonly Reading[]): ForeignTagSet {
  const found = readings.find(({ kind }) => kind === 'tagSet')
  if (found?.kind !== 'tagSet') throw new Error('no tag set')
  return found.tagSet
}

describe('reading brat configurations', () => {
  const annotationConf = `
# comment
[entities]
Person
!Place
\tCity|Town
\tGPE
---
[relations]
<P>=Person|City
Located   Arg1:<P>, Arg2:City|GPE
Located   Arg1:Company, Arg2:<ENTITY>
Same Arg1:<ANY>, Arg2:<ANY>, <REL-TYPE>:symmetric-transitive
<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>
[events]
Meet Who+:Person, Where?:City|GPE, Org1:Company, Org2:Company
\tTalk <INHERIT>, About*:<EVENT>
[attributes]
Mention\tArg:<ENTITY>, Value:Name|Nominal
Negation\tArg:<EVENT>
Certain\tArg:<RELATION>
Broken Arg <Unknown>
`
  const visualConf = `
[labels]
GPE | Geo-political entity | GPE
Located | Located in
[drawing]
Person\tbgColor:#FFCCAA, fgColor:black
City\tbgColor:#abc
GPE\tbgColor:lightgreen
SPAN_DEFAULT\tfgColor:black
`
  const files = {
    'a.txt': osokina,
    'a.ann':
      'T1\tMeet 8 11\tmet\nT2\tPerson 0 7\tOsokina\nE1\tMeet:T1 Org1:T2 Who2:T2\nR1\tLocated Arg2:T1 Arg1:T2\n',
    'annotation.conf': annotationConf,
    'visual.conf': visualConf,
  }

  it('makes a tag set of types, roles, attributes, names and colours', async () => {
    const { labels, relationTypes, attributeKinds } = tagSetIn(await readingsFrom(files))
    expect(labels.map(({ id, name, color }) => [id, name, color])).toEqual([
      ['Person', 'Person', '#ffccaa'],
      ['City', 'City', '#aabbcc'],
      ['GPE', 'Geo-political entity', undefined],
      ['Meet', 'Meet', undefined],
      ['Talk', 'Talk', undefined],
    ])
    expect(
      labels.map(({ attributes }) => attributes?.map(({ id, kind }) => `${id} ${kind}`)),
    ).toEqual([
      ['Mention choice'],
      ['Mention choice'],
      ['Mention choice'],
      ['Negation yesNo'],
      ['Negation yesNo'],
    ])
    expect(relationTypes.map(({ id, name, from, to }) => [id, name, from, to])).toEqual([
      ['Located', 'Located in', ['Person', 'City', 'Company'], ['City', 'GPE', 'Person']],
      ['Same', 'Same', [], []],
      ['Who', 'Who', ['Meet', 'Talk'], ['Person']],
      ['Where', 'Where', ['Meet', 'Talk'], ['City', 'GPE']],
      ['Org1', 'Org1', ['Meet', 'Talk'], ['Company']],
      ['Org2', 'Org2', ['Meet', 'Talk'], ['Company']],
      ['About', 'About', ['Talk'], ['Meet', 'Talk']],
    ])
    expect(attributeKinds).toEqual({
      Mention: 'choice',
      Negation: 'yesNo',
      Certain: 'yesNo',
    })
  })

  it('goes by it for the order of arguments and the numbers of roles', async () => {
    const { relations } = onlyDocument(await readingsFrom(files))
    expect(relations.map(({ type, from, to }) => `${type} ${from} ${to}`)).toEqual([
      'Org1 T1 T2',
      'Who T1 T2',
      'Located T2 T1',
    ])
  })

  it('lands with the names and colours of the configuration', async () => {
    const { dataset } = landedDataset(await readingsFrom(files))
    const known = dataset.head.labels.find(({ id }) => id === 'GPE')
    expect(known?.name).toBe('Geo-political entity')
    expect(dataset.head.labels.find(({ id }) => id === 'Person')?.color).toBe('#ffccaa')
    expect(dataset.documents[0]?.document.annotations.map(({ label }) => label)).toEqual([
      'Person',
      'Meet',
    ])
  })

  it('refuses single lines by their place', async () => {
    const readings = await readingsFrom(files)
    const refused = readings.flatMap((each) => (each.kind === 'refused' ? [each.remark] : []))
    expect(told(refused)).toEqual([
      'label annotation.conf, line 22: Nothing says what <Unknown> stands for.',
    ])
  })

  it('stops macros that grow without end', async () => {
    const macros = Array.from({ length: 40 }, (_, index) => {
      const [name, next] = [index, index + 1].map((at) =>
        String.fromCharCode(97 + (at % 26)).repeat(1 + Math.floor(at / 26)),
      )
      return `<${name ?? ''}>=<${next ?? ''}><${next ?? ''}>`
    })
    const conf = ['[entities]', ...macros, 'X<a>', 'Person'].join('\n')
    const readings = await readingsFrom({ ...files, 'annotation.conf': conf })
    expect(tagSetIn(readings).labels.map(({ id }) => id)).toEqual(['Person'])
    expect(readings[0]?.kind === 'refused' ? readings[0].remark.reason : '').toContain(
      'longer than any line',
    )
  })
})
