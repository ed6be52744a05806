import { describe, expect, it } from 'vitest'

import { licencesText } from './licences-text.ts'

const pen = { name: 'pen', version: '1.0.0', identifier: 'MIT', text: 'Write as you like.' }
const ink = { name: 'ink', version: '2.0.0', identifier: 'MIT', text: 'Write as you like.' }

describe('licencesText', () => {
  it('gives each text once, after all who share it, by name', () => {
    const text = licencesText([pen, ink, pen])
    expect(text).toContain('\nink 2.0.0 (MIT)\npen 1.0.0 (MIT)\n\nWrite as you like.\n')
    expect(text.split('Write as you like.')).toHaveLength(2)
  })

  it('refuses a package without a text, and a licence nobody has looked at', () => {
    const { text: _, ...bare } = pen
    const packages = [bare, { ...ink, identifier: 'AGPL-3.0-only' }]
    expect(() => licencesText(packages)).toThrow(
      /ink 2\.0\.0: its licence is AGPL-3\.0-only\npen 1\.0\.0: it has no licence text/,
    )
  })

  it('refuses a package that states no licence', () => {
    const { identifier: _, ...unstated } = pen
    expect(() => licencesText([unstated])).toThrow('pen 1.0.0: its licence is none')
  })
})
