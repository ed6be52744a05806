import { expect, test } from 'vitest'

import { pathArguments } from './path-arguments.ts'

test.each([
  [['/opt/verbatim', 'a.verbatim'], true, ['/home/ana/a.verbatim']],
  [['/opt/verbatim', '--no-sandbox', '/b.verbatim'], true, ['/b.verbatim']],
  [['/opt/verbatim', '/a.verbatim', '/b.verbatim'], true, ['/a.verbatim', '/b.verbatim']],
  [['/opt/verbatim', 'file:///home/ana/A%20week.verbatim'], true, ['/home/ana/A week.verbatim']],
  [['/opt/verbatim', 'file://elsewhere/a'], true, ['/home/ana/file:/elsewhere/a']],
  [['/opt/verbatim'], true, []],
  [['/electron', '.', 'a.verbatim'], false, ['/home/ana/a.verbatim']],
  [['/electron', '.'], false, []],
])('%j (packaged: %s) names %j', (argv, isPackaged, expected) => {
  expect(pathArguments(argv, { isPackaged, cwd: '/home/ana' })).toEqual(expected)
})
