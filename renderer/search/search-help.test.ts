import { afterEach, expect, test } from 'vitest'

import { languages } from '../../shared/language/languages.ts'
import { setLanguage, t } from '../../shared/language/translate.ts'
import { parseQuery } from '../../shared/search/parse-query.ts'
import { searchExamples } from './search-help.tsx'

afterEach(() => setLanguage('en'))

test.each(languages)('every example can be searched for as it stands in %s', async (language) => {
  await setLanguage(language)
  const queries = searchExamples.map((example) => t(`search:help.${example}.query`))
  expect(queries.filter((query) => !parseQuery(query).ok)).toEqual([])
})
