import { describe, expect, it, vi } from 'vitest'

import { fuzz, mutations } from './fuzz.fixture.ts'
import { sampleFiles } from './sample-files.fixture.ts'

vi.setConfig({ testTimeout: 300_000 })

/** All but those of brat and UIMA. The files of these tests run side by side. */
const found = [...sampleFiles()].filter(([{ id }]) => id !== 'brat' && !id.startsWith('uima'))

describe.each(found)('$id', (format, samples) => {
  it('bears whatever becomes of files that other tools wrote', async () => {
    for (const files of samples)
      await expect(fuzz(format, files, mutations)).resolves.toBeUndefined()
  })
})
