import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { inlineCodeIn, markdownPage, root } from './markdown-pages.ts'

/** Pages that name files and folders of the repository by their whole paths. */
const pages = ['docs/architecture.md', 'CONTRIBUTING.md', 'docs/formats.md'].map(markdownPage)

/** Where the whole path of a file or folder begins. */
const folders = /^(?:app|bench|docs|renderer|resources|scripts|shared|tests)\//

test.each(pages)('every file and folder that $path names is there', ({ tree }) => {
  const named = inlineCodeIn(tree).filter(
    (code) => folders.test(code) && !/[<>\s*]|-N[.-]/.test(code),
  )
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
