import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { newId, timeNow } from '../../../../shared/model/id.ts'
import { speakerSchema } from '../../../../shared/model/speaker.ts'
import { arbitraryText } from '../../../../shared/text/arbitrary-text.ts'
import { registerSpeakers } from './version-1-speakers.ts'

const project = { id: newId(), createdAt: timeNow() }
const name = fc.oneof(
  arbitraryText,
  arbitraryText.map((text) => `${text} ${'and so on '.repeat(30)}${text}`),
)

test('whatever was written as a speaker becomes a sound one of its own, and nothing of it is lost', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), (names) => {
      const registry = registerSpeakers(names, project)
      const distinct = new Set(names.map((one) => one.trim()).filter((one) => one !== ''))
      expect(new Set(registry.keys())).toEqual(distinct)
      expect(new Set([...registry.values()].map(({ id }) => id)).size).toBe(distinct.size)
      for (const [said, registered] of registry) {
        const speaker = { ...registered, aliases: [], organisation: null, anonymous: false }
        expect(speakerSchema.parse(speaker)).toEqual(speaker)
        expect(registered.role ?? registered.name).toBe(said)
      }
    }),
  )
})

test('ids depend on the project and the name, and on nothing else', () => {
  const idOf = (names: readonly string[], of = project) =>
    registerSpeakers(names, of).get('Ada')?.id
  expect(idOf(['Ada'])).toBe(idOf(['Bo', ' Ada ', 'Ada']))
  expect(idOf(['Ada'])).not.toBe(idOf(['Ada'], { ...project, id: newId() }))
})
