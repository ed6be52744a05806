import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { refuseNetwork } from '../workbench/browser-shell.ts'
import { watchRequests } from '../workbench/harm.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

// The process that serves the workbench ends where it would go anywhere (`refuse-network.ts`), in every journey; here the
// page is watched too, with its workers.
test('from opening to export nothing leaves the shell, and nothing but it is asked', async ({
  home,
  start,
}) => {
  const { page, newProject, importFiles, exportFile } = await start(null)
  const requests = watchRequests(page)
  await page.reload()
  // Scripts are files of the shell: none stands in the page itself.
  await expect(page.locator('script[src]')).not.toHaveCount(0)
  await expect(page.locator('script:not([src])')).toHaveCount(0)
  await newProject('Quiet.verbatim')

  const html = join(home, 'bridge.html')
  const paragraphs = bridge.split('\n').map((line) => `<p>${line}</p>`)
  await writeFile(
    html,
    `<!DOCTYPE html><title>Bridge</title><link rel="stylesheet" href="http://hostile.invalid/a.css"><script src="//hostile.invalid/a.js"></script><body><article>${paragraphs.join('')}<img src="http://hostile.invalid/a.png"></article>`,
  )
  await page.getByRole('button', { name: 'Import…' }).click()
  await importFiles([html])
  await openDocument(page, 'Bridge')

  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await waitUntilSaved(page)

  // An expression is looked for by a worker.
  await articleOf(page).press('ControlOrMeta+f')
  await page.getByRole('button', { name: 'Regular expression' }).click()
  await page.getByRole('textbox', { name: 'Find' }).fill('b.idge')
  await expect(page.getByRole('status').filter({ hasText: /of 3$/ })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+Shift+f')
  const search = page.getByRole('region', { name: 'Search' })
  await search.getByRole('combobox', { name: 'Search the project' }).fill('bridge')
  await expect(
    search.getByRole('listbox', { name: 'Results' }).getByRole('option').first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Numbers', exact: true }).click()
  const numbers = page.getByRole('region', { name: 'Numbers' })
  await expect(numbers.getByText('1 annotation counted.')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Export…' }).click()
  await exportFile()

  expect(requests.foreign).toEqual([])
  expect(requests.own.some((url) => url.includes('find-worker'))).toBe(true)
  expect(requests.own.length).toBeGreaterThan(20)
})

test('a process that would leave this machine ends', () => {
  for (const attempt of [
    "await fetch('http://192.0.2.1/')",
    "require('node:https').get('https://a.example/')",
    "require('node:net').connect(80, '192.0.2.1')",
    "require('node:dns').promises.resolve4('a.example')",
    "require('node:dgram').createSocket('udp4')",
  ]) {
    const args = ['--import', refuseNetwork, '-e', `(async () => { ${attempt} })()`]
    const { stderr, signal } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect([attempt, signal]).toEqual([attempt, 'SIGABRT'])
    expect(stderr).toContain('would have left the machine')
  }
})
