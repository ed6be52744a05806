import { expectAnnotations } from '../workbench/annotations.ts'
import { articleOf, dragOver } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedIn } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

test('name, theme, type and its measures are chosen, seen at once and kept for the next start', async ({
  home,
  start,
}) => {
  const first = await openBridge(home, start)
  const { page, path } = first
  await page.keyboard.press('ControlOrMeta+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('textbox', { name: /Your name/ }).fill('Grace Hopper')
  await settings.getByRole('radio', { name: 'Dark' }).click({ force: true })
  await settings.getByRole('radio', { name: 'Sans serif' }).click({ force: true })
  await settings.getByRole('slider', { name: 'Text size' }).press('End')
  await settings.getByRole('slider', { name: 'Line height' }).press('Home')
  await settings.getByRole('button', { name: 'Close' }).click()

  const look = () =>
    articleOf(page).evaluate((article) => {
      const style = getComputedStyle(article)
      return [
        style.colorScheme,
        style.fontFamily.split(',')[0],
        style.fontSize,
        Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
      ]
    })
  const chosen = ['dark', '"Inter Variable"', '32px', 1.5]
  await expect.poll(look).toEqual(chosen)

  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('1')
  await expect
    .poll(() => storedIn(path).get('Bridge')?.annotations[0]?.annotator)
    .toBe('Grace Hopper')
  await first.close()

  const second = await start(path)
  await expectAnnotations(second.page, 1)
  await second.page.keyboard.press('ControlOrMeta+,')
  const again = second.page.getByRole('dialog', { name: 'Settings' })
  await expect(again.getByRole('textbox', { name: /Your name/ })).toHaveValue('Grace Hopper')
  await expect(again.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await again.getByRole('button', { name: 'Usual appearance' }).click()
  await expect(again.getByRole('radio', { name: 'As the system' })).toBeChecked()
  await expect(again.getByRole('textbox', { name: /Your name/ })).toHaveValue('Grace Hopper')
})
