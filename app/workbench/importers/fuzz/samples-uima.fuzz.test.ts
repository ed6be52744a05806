import { expect, it, vi } from 'vitest'

import { fuzz, mutations } from './fuzz.fixture.ts'
import { sampleFiles } from './sample-files.fixture.ts'

vi.setConfig({ testTimeout: 300_000 })

/** Of UIMA. The files of these tests run side by side. */
const found = [...sampleFiles()].filter(([{ id }]) => id.startsWith('uima'))

// Where this machine has them.
it.skipIf(found.length === 0)(
  'bears whatever becomes of files that other tools wrote',
  async () => {
    for (const [format, samples] of found) {
      for (const files of samples)
        await expect(fuzz(format, files, mutations)).resolves.toBeUndefined()
    }
  },
)
