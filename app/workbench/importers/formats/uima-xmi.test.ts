import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readingsOf, sourceFile } from '../../exchange.fixture.ts'
import { readFileAs, sampleOf, sourceFileOf } from '../source-file.fixture.ts'
import { uimaXmiFormat } from './uima-xmi.ts'
import { sofaXml, typeSystemXml, xmi } from './uima/uima.fixture.ts'

const annotation = 'uima.tcas.Annotation'
const types = typeSystemXml({
  'x.y.Entity': [annotation, ['value', 'uima.cas.String'], ['identifier', 'uima.cas.String']],
  'x.y.Claim': [
    annotation,
    ['sure', 'uima.cas.Boolean'],
    ['weight', 'uima.cas.Double'],
    ['tags', 'uima.cas.StringArray'],
    ['counts', 'uima.cas.IntegerArray'],
    ['words', 'uima.cas.StringList', true],
    ['slots', 'uima.cas.FSArray'],
    ['answers', 'x.y.Claim'],
    ['token', annotation],
  ],
  'x.y.SubClaim': ['x.y.Claim'],
  'x.y.Slot': ['uima.cas.TOP', ['role', 'uima.cas.String'], ['target', annotation]],
  'x.y.Link': [
    annotation,
    ['Governor', annotation],
    ['Dependent', annotation],
    ['value', 'uima.cas.String'],
    ['weight', 'uima.cas.Double'],
  ],
  'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token': [annotation],
  'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData': [
    'uima.tcas.DocumentAnnotation',
    ['documentTitle', 'uima.cas.String'],
    ['documentUri', 'uima.cas.String'],
    ['collectionId', 'uima.cas.String'],
  ],
})

async function read(content: string, typeSystem: string | null = types) {
  const files = new Map([['a/doc.xmi', Buffer.from(content)]])
  if (typeSystem !== null) files.set('a/Types-TypeSystem.xml', Buffer.from(typeSystem))
  return readFileAs(uimaXmiFormat, sourceFile(files, 'a/doc.xmi'))
}

async function readOne(content: string, typeSystem?: string | null) {
  const { documents, refused, changed } = await read(content, typeSystem)
  const [document] = documents
  if (document === undefined) throw new Error('no document')
  return { ...document, outside: { refused, changed } }
}

const at = (begin: number, end: number) => `sofa="1" begin="${begin}" end="${end}"`

describe('uimaXmiFormat', () => {
  it('reads the text, what is known of it and annotations by their layer or their tag', async () => {
    const document = await readOne(
      xmi(
        `<meta:DocumentMetaData xmi:id="2" ${at(0, 14)} language="de" documentTitle="T" documentUri="https://a.example/" collectionId="c"/>`,
        `<x:Entity xmi:id="3" ${at(0, 2)} value="PER" identifier="Q1"/>`,
        `<x:Entity xmi:id="4" ${at(3, 7)}/>`,
        `<x:SubClaim xmi:id="5" ${at(3, 14)} sure="true" weight="0.5" tags="" counts="1 2"/>`,
        sofaXml(1, '🥳 said&#10;x &amp; y'),
        '<cas:View sofa="1" members="2 3 4 5"/>',
      ),
    )
    expect(document.text).toBe('🥳 said\nx & y')
    expect(document.metadata).toMatchObject({
      title: 'T',
      language: 'de',
      url: 'https://a.example/',
      other: { collectionId: 'c' },
    })
    expect(document.offsetUnit).toBe('utf16')
    const seen = document.annotations.map(({ key, label, spans, attributes }) => [
      key,
      label,
      spans,
      attributes,
    ])
    expect(seen).toEqual([
      ['3', 'PER', [{ start: 0, end: 2 }], { identifier: 'Q1', layer: 'Entity' }],
      ['4', 'Entity', [{ start: 3, end: 7 }], {}],
      [
        '5',
        'SubClaim',
        [{ start: 3, end: 14 }],
        { sure: true, weight: 0.5, tags: [], counts: ['1', '2'] },
      ],
    ])
    expect([...document.refused, ...document.changed, document.outside]).toEqual([
      { refused: [], changed: [] },
    ])
  })

  it('reads slots, references and relation layers as relations', async () => {
    const { relations, refused, changed } = await readOne(
      xmi(
        `<x:Claim xmi:id="2" ${at(0, 1)} slots="6 7" answers="3"/>`,
        `<x:Claim xmi:id="3" ${at(1, 2)} answers="99" token="5"/>`,
        `<x:Link xmi:id="4" ${at(0, 1)} Governor="2" Dependent="3" value="supports" weight="1"/>`,
        `<seg:Token xmi:id="5" ${at(0, 1)}/>`,
        '<x:Slot xmi:id="6" role="who" target="3"/><x:Slot xmi:id="7" target="2"/>',
        `<x:Link xmi:id="8" ${at(0, 1)} Governor="3" Dependent="2"/>`,
        `<x:Link xmi:id="9" ${at(0, 1)} Governor="5" Dependent="5"/>`,
        `<x:Link xmi:id="10" ${at(0, 1)} Governor="5" Dependent="77"/>`,
        sofaXml(1, 'ab'),
        '<cas:View sofa="1" members="2 3 4 5 8 9 10"/>',
      ),
    )
    expect(relations.map(({ type, from, to }) => `${from} ${type} ${to}`)).toEqual([
      '2 who 3',
      '2 slots 2',
      '2 answers 3',
      '2 supports 3',
      '3 Link 2',
    ])
    expect(refused.map(({ thing, id, expected }) => [thing, id, expected])).toEqual([
      ['relation', '3', '99'],
      ['relation', '10', null],
    ])
    expect(changed.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('refers by “token”'),
      expect.stringContaining('no place for: “weight”'),
      expect.stringContaining('A relation of “Link” joins words or sentences'),
      expect.stringContaining('1 annotation of type “Token” was left out'),
    ])
  })

  it('opens arrays and lists that are feature structures, also those that lead round in a circle', async () => {
    const { annotations } = await readOne(
      xmi(
        `<x:Claim xmi:id="2" ${at(0, 1)} words="5"><tags>a</tags><tags> b </tags></x:Claim>`,
        '<cas:NonEmptyStringList xmi:id="5" head="one" tail="6"/>',
        '<cas:NonEmptyStringList xmi:id="6" head="two" tail="5"/>',
        sofaXml(1, 'ab'),
        '<cas:View sofa="1" members="2"/>',
      ),
    )
    expect(annotations[0]?.attributes).toEqual({ words: ['one', 'two'], tags: ['a', ' b '] })
  })

  it('makes a document of every view with a text, and tells of what has none', async () => {
    const { documents, refused, changed } = await read(
      xmi(
        `<x:Entity xmi:id="10" ${at(0, 1)}/>`,
        '<x:Entity xmi:id="11" sofa="2" begin="1" end="2"/>',
        '<x:Entity xmi:id="12" sofa="3" begin="0" end="1"/>',
        '<x:Entity xmi:id="13" begin="0" end="1"/>',
        sofaXml(1, 'one'),
        sofaXml(2, 'two', 'translated'),
        '<cas:Sofa xmi:id="3" sofaNum="3" sofaID="elsewhere" sofaURI="http://127.0.0.1/secret"/>',
        '<cas:Sofa xmi:id="4" sofaNum="4" sofaID="empty"/>',
        '<cas:View sofa="1" members="10"/><cas:View sofa="2" members="11"/>',
      ),
    )
    expect(
      documents.map(({ place, text, annotations }) => [place, text, annotations.length]),
    ).toEqual([
      ['view _InitialView', 'one', 1],
      ['view translated', 'two', 1],
    ])
    expect(refused.map(({ thing, id }) => [thing, id])).toEqual([
      ['document', '3'],
      ['annotation', '12'],
      ['annotation', '13'],
    ])
    expect(changed.map(({ id }) => id)).toEqual(['4'])
  })

  it('takes features as they look where no type system describes them, and says so', async () => {
    const { annotations, changed } = await readOne(
      xmi(
        `<x:Entity xmi:id="2" ${at(0, 1)} value="PER" weight="1"/>`,
        `<none:Plain xmi:id="3" ${at(0, 1)}/>`,
        sofaXml(1, 'ab'),
        '<cas:View sofa="1" members="2"/>',
      ),
      null,
    )
    expect(annotations.map(({ label, attributes }) => [label, attributes])).toEqual([
      ['PER', { weight: '1', layer: 'Entity' }],
      ['Plain', {}],
    ])
    expect(changed.map(({ reason }) => reason.slice(0, 40))).toEqual([
      'No type system describes “Entity”: what ',
      'An annotation of “Plain” is in no index ',
      'No type system describes “Plain”: what i',
    ])
  })

  it('calls layers by their full names where the short ones are the same', async () => {
    const { annotations } = await readOne(
      xmi(`<x:A xmi:id="2" ${at(0, 1)}/>`, `<z:A xmi:id="3" ${at(0, 1)}/>`, sofaXml(1, 'ab')),
    )
    expect(annotations.map(({ label }) => label)).toEqual(['x.y.A', 'z.A'])
  })

  it('keeps annotations apart that share an id', async () => {
    const { annotations, outside } = await readOne(
      xmi(`<x:A xmi:id="2" ${at(0, 1)}/>`, `<x:A xmi:id="2" ${at(1, 2)}/>`, sofaXml(1, 'ab')),
    )
    expect(new Set(annotations.map(({ key }) => key)).size).toBe(2)
    expect(outside.changed.map(({ id }) => id)).toEqual(['2'])
  })

  it('leaves offsets that are none, or outside the text, to the proof', async () => {
    const { annotations } = await readOne(
      xmi('<x:Entity xmi:id="2" sofa="1" begin="x" end="9"/>', sofaXml(1, 'ab')),
    )
    expect(annotations[0]?.spans).toEqual([{ start: Number.NaN, end: 9 }])
  })

  it('puts up with references and arrays that everything shares', async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => index + 10)
    const claims = ids.map((id) => `<x:Claim xmi:id="${id}" ${at(0, 1)} slots="5"/>`)
    const array = `<cas:FSArray xmi:id="5" elements="${ids.join(' ')}"/>`
    const { refused } = await read(xmi(...claims, array, sofaXml(1, 'ab')))
    expect(refused.map(({ code }) => code)).toEqual(['hostile'])
  })

  it.each([
    ['another element', '<a/>', 'malformed'],
    ['an entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'hostile'],
    ['no sofa', xmi(), 'empty'],
    ['no namespace of types', xmi('<a/>', sofaXml(1, 'ab')), 'malformed'],
  ])('refuses %s', async (_, content, code) => {
    expect((await read(content)).refused.map((each) => each.code)).toEqual([code])
  })

  it('is known by its content, and takes type systems along', async () => {
    const recognised = async (path: string, content: string) =>
      uimaXmiFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.xml', xmi(sofaXml(1, 'a')))).toBe('certain')
    expect(await recognised('a.xml', types)).toBe('certain')
    expect(await recognised('a.xmi', '<a/>')).toBe('possible')
    expect(await recognised('a.xml', '<a/>')).toBe('no')
    const alone = await readingsOf(uimaXmiFormat, new Map([['t.xml', Buffer.from(types)]]))
    expect(alone.map(({ kind }) => kind)).toEqual(['changed'])
    const files = new Map([
      ['b.xmi', Buffer.from(xmi(sofaXml(1, 'a')))],
      ['typesystem.xml', Buffer.from('<typeSystemDescription')],
    ])
    expect((await readingsOf(uimaXmiFormat, files)).map(({ kind }) => kind)).toEqual([
      'changed',
      'document',
    ])
  })
})

const samples = join(import.meta.dirname, '../../../../../shared/samples/uima-cas')

describe.skipIf(!existsSync(samples))('XMI of other tools', () => {
  const files = new Map(
    ['xmi', 'typesystems'].flatMap((folder) =>
      (existsSync(samples) ? readdirSync(join(samples, folder)) : []).map(
        (name) => [name, readFileSync(join(samples, folder, name))] as const,
      ),
    ),
  )
  const readSample = (name: string) => readFileAs(uimaXmiFormat, sourceFile(files, name, 65_536))

  it('has its emoji before the right words', async () => {
    const { documents } = await readSample('cas_with_smileys.xmi')
    const [document] = documents
    const words = document?.annotations.map(({ label, spans }) => [
      label,
      document.text.slice(spans?.[0]?.start, spans?.[0]?.end),
    ])
    expect(words).toEqual([
      ['OTH', 'Transformers'],
      ['OTH', 'Transformers'],
      ['OTH', 'Transformers'],
      ['OTH', 'PyTorch'],
      ['OTH', 'TensorFlow'],
    ])
    expect(document?.text).toContain('🤗')
    expect(document?.changed.some(({ found }) => found === '148')).toBe(true)
  })

  it('has slots that are relations by their roles', async () => {
    const [document] = (await readSample('cas_with_references.xmi')).documents
    expect(document?.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['Bar', '10', '11'],
      ['Baz', '10', '12'],
    ])
    expect(document?.annotations.map(({ label }) => label)).toEqual(['SemPred', 'SemArg', 'SemArg'])
  })

  it('is read or told of, whatever it holds', async () => {
    for (const name of files.keys()) {
      const { documents, refused, changed } = await readSample(name)
      expect([name, documents.length + refused.length + changed.length]).not.toEqual([name, 0])
    }
  })
})
