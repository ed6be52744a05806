import { afterEach, expect, test } from 'vitest'

import { languages } from '../../../shared/language/languages.ts'
import { setLanguage } from '../../../shared/language/translate.ts'
import { importHeads, importSummary } from './import-summary.ts'

afterEach(() => setLanguage('en'))

const documents = Array.from({ length: 200 }, (_, index) => ({ title: `Article ${index}` }))

test.each(languages)(
  'imports are told from other acts by how their summaries begin in %s',
  async (language) => {
    await setLanguage(language)
    for (let count = 0; count <= documents.length; count += 1) {
      const summary = importSummary(documents.slice(0, count))
      expect(summary.startsWith(importHeads[language])).toBe(true)
    }
  },
)
