import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { startBrowserShell } from '../../app/browser/serve.ts'
import { pageFolder } from '../../app/shell/page-files.ts'
import { createProject } from '../../app/workbench/project/create-project.ts'
import { spawnProgram } from '../desktop/spawn-program.ts'
import { openDocument } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { connectToProgram } from '../workbench/page-on-program.ts'
import { makeProject, storedTags, valueOf } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

const menuSchema = z.array(
  z.object({
    id: z.string().optional(),
    label: z.string().optional(),
    enabled: z.boolean().optional(),
    accelerator: z.string().optional(),
  }),
)

test('the page and the built desktop program: the menu has every command, runs it, and closing saves', async ({
  home,
  page,
  shell,
}) => {
  test.skip(shell === 'desktop', 'it is about the program without Electron')
  const path = await makeProject(home, { Bridge: bridge })
  valueOf(createProject(join(home, 'Other.verbatim'), 'Other')).close()
  const program = spawnProgram(home, [path])
  // Only the files of the page come from here.
  const served = await startBrowserShell({
    projectPath: null,
    port: 0,
    openBrowser: false,
    log: () => {},
    pageFolder,
    userDataFolder: home,
    homeFolder: home,
  })
  if (!served.ok) throw new Error(served.failure.message)
  try {
    await expect
      .poll(() => program.ask('state'), { timeout: 20_000 })
      .toMatchObject({ windows: [{ isLoaded: true }] })
    await connectToProgram(page, program, home)
    await page.goto(served.value.url)
    await openDocument(page, 'Bridge')

    const menu = async () => menuSchema.parse(await program.ask('menu', { window: 0 }))
    const enabled = async () => {
      const items = (await menu()).filter((item) => item.id !== undefined && item.enabled)
      return items.map(({ label }) => label)
    }
    await page.keyboard.press('ControlOrMeta+k')
    const palette = page.getByRole('dialog', { name: 'All commands' })
    const offered = await palette.getByRole('option').locator('span:first-child').allTextContents()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    expect(offered.length).toBeGreaterThan(80)
    // The palette does not list itself.
    const listed = new Set([...offered, 'All commands…'])
    await expect.poll(async () => new Set(await enabled())).toEqual(listed)
    const keys = new Map((await menu()).map(({ id, accelerator }) => [id, accelerator]))
    expect(keys.get('label-denial')).toBe('3')
    expect(keys.get('newWindow')).toBe('CmdOrCtrl+Shift+N')

    await dragOver(page, 'the old bridge is safe')
    await program.ask('choose', { window: 0, item: 'label-denial' })
    await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['denial: the old bridge is safe'])

    await program.ask('choose', { window: 0, item: 'about' })
    await expect(page.getByRole('dialog', { name: 'About Verbatim' })).toContainText('Node.js')
    await expect.poll(enabled).toEqual(['Undo', 'Redo'])
    await page.keyboard.press('Escape')

    await page.evaluate(() => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([], 'Other.verbatim'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }))
    })
    await expect
      .poll(() => program.ask('state'))
      .toMatchObject({ windows: [{ title: 'News – Verbatim' }, { title: 'Other – Verbatim' }] })
    await program.ask('close', { window: 1 })
    await program.ask('close', { window: 0 })
    expect(await program.ended).toMatchObject({ status: 0, said: '' })
    expect(readdirSync(home).filter((name) => /\.verbatim-/.test(name))).toEqual([])
  } finally {
    program.kill()
    await served.value.close()
  }
})
