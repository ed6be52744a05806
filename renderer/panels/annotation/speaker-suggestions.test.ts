import { describe, expect, it } from 'vitest'

import type { Speaker } from '../../../shared/model/speaker.ts'
import { speakerSuggestions } from './speaker-suggestions.ts'

function speaker(id: string, name: string, aliases: readonly string[] = []): Speaker {
  return { id, name, aliases, role: null, organisation: null, anonymous: false }
}

const speakers = [
  speaker('1', 'Ana Brnabić', ['the premier']),
  speaker('2', 'Harbour Office'),
  { ...speaker('3', 'Émile Zéro'), role: 'minister', organisation: 'Cabinet' },
]
const nobody: Parameters<typeof speakerSuggestions>[1] = {
  speakers,
  recent: [],
  near: [],
  chain: [],
}

function names(typed: string, given: Partial<typeof nobody> = {}): readonly string[] {
  return speakerSuggestions(typed, { ...nobody, ...given }).map(({ name, detail }) =>
    detail === null ? name : `${name} (${detail})`,
  )
}

describe('speakerSuggestions', () => {
  it('finds by any part of a name or alias, whatever its case and accents', () => {
    expect(names('BRNABIC')).toEqual(['Ana Brnabić', 'BRNABIC (new speaker)'])
    expect(names('emile zero')).toEqual(['Émile Zéro (minister, Cabinet)'])
    expect(names('premier')).toEqual(['Ana Brnabić (“the premier”)', 'premier (new speaker)'])
  })

  it('puts whoever was named last first and leaves out who is in the chain', () => {
    expect(names('', { recent: ['2', '3'] })).toEqual([
      'Harbour Office',
      'Émile Zéro (minister, Cabinet)',
      'Ana Brnabić',
    ])
    expect(names('', { chain: ['2', '3'] })).toEqual(['Ana Brnabić'])
  })

  it('offers names near the span that the registry lacks, and no name twice', () => {
    expect(names('', { near: ['Lidia', 'harbour office'], chain: ['1', '2', '3'] })).toEqual([
      'Lidia (in the text)',
    ])
    expect(names('lidia', { near: ['Lidia'] })).toEqual(['Lidia (in the text)'])
  })

  it('finds what is typed among all names of the text, however many are nearer', () => {
    const near = [...Array.from({ length: 40 }, (_, place) => `Harbour ${place}`), 'Lidia Pucar']
    expect(names('Pu', { near })).toEqual(['Lidia Pucar (in the text)', 'Pu (new speaker)'])
    expect(names('', { near, chain: ['1', '2', '3'] })).toHaveLength(8)
  })

  it('offers names with a word that begins as typed before those that hold it elsewhere', () => {
    expect(names('pu', { near: ['Republika', 'Lidia Pucar'] })).toEqual([
      'Lidia Pucar (in the text)',
      'Republika (in the text)',
      'pu (new speaker)',
    ])
  })

  it('offers nothing new for what is in the registry already', () => {
    expect(names('the PREMIER')).toEqual(['Ana Brnabić (“the premier”)'])
  })
})
