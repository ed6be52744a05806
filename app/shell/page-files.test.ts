import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { listPageFiles } from './page-files.ts'

test('files of known kinds are listed by their paths; links that lead elsewhere are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.js'), '')
  await writeFile(join(page, 'index.html'), '')
  await writeFile(join(page, 'assets', 'main.js'), '')
  await writeFile(join(page, 'assets', 'main.js.map'), '')
  // Windows lets not everybody make links.
  const links = [
    symlink('../secret.js', join(page, 'linked.js')),
    symlink(folder, join(page, 'linked'), 'junction'),
  ]
  await Promise.allSettled(links)
  const files = await listPageFiles(page)
  expect([...files.keys()].toSorted()).toEqual(['/assets/main.js', '/index.html'])
})
