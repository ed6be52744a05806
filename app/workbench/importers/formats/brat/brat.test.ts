import { describe, expect, it } from 'vitest'

import { noOptions, sourceFile } from '../../../exchange.fixture.ts'
import { Refusal } from '../../refusal.ts'
import { documentFrom, osokina, told } from './brat.fixture.ts'
import { bratFormat } from './brat.ts'

describe('reading brat stand-off', () => {
  it('reads relations, and equivalences between one member and the next', async () => {
    const { relations, refused } = await documentFrom(
      osokina,
      'T1\tP 0 7\tOsokina',
      'T2\tP 12 16\tKCNA',
      'T3\tP 26 29\tShe',
      'R1\tMet Arg1:T1 Arg2:T2\t',
      '*\tEquiv T1 T3 T2',
      'R2\tMet Arg1:T1 Arg2:T9',
      'R3\tMet Arg1:T1',
      '*\tEquiv T1',
    )
    expect(relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ['Met', 'T1', 'T2'],
      ['Equiv', 'T1', 'T3'],
      ['Equiv', 'T3', 'T2'],
    ])
    expect(told(refused)).toEqual([
      expect.stringContaining('relation line 7: It should read type and two arguments'),
      expect.stringContaining('relation line 8: It should name a type and two'),
      'relation R2: It leads to T9, which is no annotation of this file.',
    ])
  })

  it('reads events as relations from their triggers, in whatever order', async () => {
    const { relations, changed, refused } = await documentFrom(
      osokina,
      'E1\tMeet:T1 Who:T2 Who2:T3 About:E2',
      'E2\tDeny:T4',
      'E3\tMeet:T1 Place:T5',
      'T1\tMeet 8 11\tmet',
      'T2\tP 0 7\tOsokina',
      'T3\tP 12 16\tKCNA',
      'T4\tDenial 30 36\tdenied',
      'T5\tG 20 24\tKyiv',
      'E4\tMeet:T8 Who:T1',
      'E5\tMeet T1',
      'A1\tNegation E1',
      'R1\tBefore Arg1:E1 Arg2:E2',
    )
    expect(relations.map(({ place, type, from, to }) => `${place} ${type} ${from} ${to}`)).toEqual([
      'E1 Who T1 T2',
      'E1 Who T1 T3',
      'E1 About T1 T4',
      'E3 Place T1 T5',
      'R1 Before T1 T4',
    ])
    expect(told(changed)).toEqual([
      'other E2: It is of another type than its trigger, whose type counts.',
      expect.stringContaining('other E3: It has its trigger T1 in common with E1.'),
    ])
    expect(told(refused)).toEqual([
      expect.stringContaining('relation line 10: It should read type:trigger'),
      'relation E4: Its trigger T8 is no annotation of this file.',
    ])
  })

  it('reads attributes, normalizations and notes with what they belong to', async () => {
    const { annotations, changed, refused } = await documentFrom(
      osokina,
      'T1\tP 0 7\tOsokina',
      'A1\tMention T1 Name',
      'M1\tNegation T1',
      'A2\tMention T1 Nominal',
      'A3\tMention T1 Name',
      'N1\tReference T1 Wikipedia:534366\tLidia Osokina',
      'N2\tReference Annotation:T1 Referent:GO:12',
      '#1\tAnnotatorNotes T1\tWho is this?  ',
      'T2\tP 12 16\tKCNA',
      '#2\tNormalization T2\tby hand',
      'R1\tMet Arg1:T1 Arg2:T2',
      '#3\tAnnotatorNotes R1\tnot sure',
      '#4\tAnnotatorNotes A1\tis it?',
      '#5\tAnnotatorNotes T7\tlost',
      'A4\tNegation R1',
      'A5\tNegation',
    )
    expect(annotations.map(({ attributes, note }) => [attributes, note])).toEqual([
      [
        { Mention: 'Name', Negation: true, Reference: 'Wikipedia:534366 Lidia Osokina; GO:12' },
        'Who is this?\nMet (R1): not sure\nMention (A1): is it?',
      ],
      [{}, 'Normalization: by hand'],
    ])
    expect(told(changed)).toEqual([
      expect.stringContaining('note #1, #3, #4: An annotation in Verbatim has one note'),
      expect.stringContaining('note #2: '),
    ])
    expect(
      refused.map(({ thing, place, expected, found }) => [thing, place, expected, found]),
    ).toEqual([
      ['attribute', 'line 16', null, 'A5\tNegation'],
      ['attribute', 'A2', 'Name', 'Nominal'],
      ['note', '#5', null, 'lost'],
      ['attribute', 'A4', null, 'Negation'],
    ])
  })

  it('refuses lines that brat cannot read, each by its place, and goes on', async () => {
    const { annotations, refused } = await documentFrom(
      osokina,
      '',
      'T1 Person 0 7 Osokina',
      'T2\tPerson 0-7\tOsokina',
      'T3\tPerson NaN 7\tOsokina',
      'T4\tPerson 0 7 8 9\tOsokina',
      'T5\tPerson 0.5 7\tOsokina',
      'X1\tPerson 0 7\tOsokina',
      'Person',
      '   ',
      'T6\tPerson 0 7\tOsokina',
      'T6\tPerson 0 7\tOsokina',
      'T7\tPerson 0 7;\tOsokina',
      'T\tPerson 0 7\tOsokina',
    )
    expect(annotations.map(({ key }) => key)).toEqual(['T6'])
    expect(refused.map(({ thing, place, id }) => [thing, place, id])).toEqual([
      ['other', 'line 2', null],
      ['annotation', 'line 3', 'T2'],
      ['annotation', 'line 4', 'T3'],
      ['annotation', 'line 5', 'T4'],
      ['annotation', 'line 6', 'T5'],
      ['other', 'line 7', null],
      ['other', 'line 8', null],
      ['annotation', 'line 11', 'T6'],
      ['annotation', 'line 12', 'T7'],
      ['other', 'line 13', null],
    ])
  })

  it('refuses an .ann without its text', async () => {
    const file = sourceFile(new Map([['b/a.ann', Buffer.from('T1\tX 0 1\ta\n')]]), 'b/a.ann')
    await expect(bratFormat.read(file, noOptions)[Symbol.asyncIterator]().next()).rejects.toThrow(
      Refusal,
    )
  })
})
