import { expectAccessible } from '../workbench/accessibility.ts'
import { dragOver, selectedText } from '../workbench/article.ts'
import { openBridge } from '../workbench/open-bridge.ts'
import { storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

test('another language is spoken at once and after the next start, and nothing is lost over it', async ({
  home,
  start,
}) => {
  const first = await openBridge(home, start)
  const { page, path } = first
  const root = page.locator('html')
  await expect(root).toHaveAttribute('lang', 'en')
  await page.keyboard.press('Alt+e')
  await expect(page.getByText('Everything, as one object in one file')).toBeVisible()
  await page.keyboard.press('Escape')
  await dragOver(page, 'the old bridge is safe')
  await page.keyboard.press('Alt+l')

  // The keyboard goes to the choice, and stays there in the other language.
  const language = page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus'))
  await language.selectOption('العربية')
  await expect(root).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('dialog', { name: 'الإعدادات' })).toBeVisible()
  await expect(language).toHaveValue('ar')
  await expectAccessible(page, 'settings in Arabic')
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'the desk in Arabic')

  await page.locator('.article-text').focus()
  expect(await selectedText(page)).toBe('the old bridge is safe')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: the old bridge is safe'])
  // What the workbench told in English before is told anew.
  await page.keyboard.press('Alt+e')
  await expect(page.getByText('كل شيء، كائنًا واحدًا في ملف واحد')).toBeVisible()
  await first.close()

  const second = await start(path)
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'ar')
  await second.page.keyboard.press('Alt+l')
  const settings = second.page.getByRole('dialog')
  await settings.getByRole('combobox').and(second.page.locator(':focus')).selectOption('Русский')
  const backups = settings.getByRole('slider', { name: 'Сколько хранить резервных копий' })
  await backups.press('Home')
  await expect(settings.getByText('1 копия каждого проекта')).toBeVisible()
  await backups.press('ArrowRight')
  await expect(settings.getByText('2 копии каждого проекта')).toBeVisible()
  for (let more = 0; more < 3; more += 1) await backups.press('ArrowRight')
  await expect(settings.getByText('5 копий каждого проекта')).toBeVisible()
})

test('the language of the system is spoken where none is chosen', async ({ start, shell }) => {
  test.skip(shell === 'desktop', 'the system is asked there, not the browser')
  const { page } = await start(null, {
    initScript: () => {
      Object.defineProperty(navigator, 'languages', { value: ['de-DE', 'ru-RU', 'en'] })
    },
  })
  await expect(page.getByRole('heading', { name: 'Недавние проекты' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
})
