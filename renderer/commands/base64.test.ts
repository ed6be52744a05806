import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { toBase64 } from './base64.ts'

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

describe('toBase64', () => {
  it('decodes to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(decode(toBase64(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it.each([24 * 1024 - 1, 24 * 1024, 24 * 1024 + 1, 100_003])(
    'joins its parts at %d bytes',
    (n) => {
      const bytes = Uint8Array.from({ length: n }, (_, index) => (index * 7) % 256)
      expect(decode(toBase64(bytes))).toEqual(bytes)
    },
  )
})
