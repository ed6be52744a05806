import { expect, test } from 'vitest'

import { pathArgument } from './path-argument.ts'

test.each([
  [['/opt/verbatim', 'a.verbatim'], true, '/home/ana/a.verbatim'],
  [['/opt/verbatim', '--no-sandbox', '/b.verbatim'], true, '/b.verbatim'],
  [['/opt/verbatim'], true, null],
  [['/electron', '.', 'a.verbatim'], false, '/home/ana/a.verbatim'],
  [['/electron', '.'], false, null],
])('%j (packaged: %s) names %j', (argv, isPackaged, expected) => {
  expect(pathArgument(argv, { isPackaged, cwd: '/home/ana' })).toBe(expected)
})
