import {
  expectAnnotations,
  openDocument,
  saveStatus,
  waitUntilSaved,
} from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { long } from '../workbench/texts.ts'
import { canMount, mountTinyDisk } from '../workbench/tiny-disk.ts'

test.skip(!canMount, 'only administrators of Linux can mount a small disk')

test('a full disk while tagging is said, costs no tag, and passes once there is room', async ({
  home,
  start,
}) => {
  const disk = mountTinyDisk(home)
  try {
    const path = await makeProject(disk.folder, { Report: long })
    const { page, close } = await start(path)
    await openDocument(page, 'Report')
    await dragOver(page, 'Paragraph 1 of the report')
    await page.keyboard.press('1')
    await waitUntilSaved(page)
    await expect.poll(() => storedTags(path, 'Report').length).toBe(1)
    disk.fill()

    // A few more may fit into room that the file already has.
    let tagged = 1
    while (tagged < 100 && (await saveStatus(page).textContent()) !== 'Not saved') {
      tagged += 1
      await dragOver(page, `Paragraph ${tagged} of the report`)
      await page.keyboard.press('2')
      await expectAnnotations(page, tagged)
      await expect(saveStatus(page)).toHaveText(/^(Saved|Not saved)$/)
    }
    await expect(saveStatus(page)).toHaveText('Not saved')
    await expect(page.getByRole('alert').filter({ hasText: /full|room|space/i })).toBeVisible()
    await dragOver(page, 'Paragraph 101 of the report')
    await page.keyboard.press('3')
    await expectAnnotations(page, tagged + 1)
    await expect(saveStatus(page)).toHaveText('Not saved')

    disk.makeRoom()
    await waitUntilSaved(page)
    await expect.poll(() => storedTags(path, 'Report').length).toBe(tagged + 1)
    expect(storedTags(path, 'Report')).toContain('denial: Paragraph 101 of the report')
    await close()
  } finally {
    disk.unmount()
  }
})
