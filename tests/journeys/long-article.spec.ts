import { openDocument } from '../workbench/annotations.ts'
import { articleOf } from '../workbench/article.ts'
import { makeProject, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'

const sentence = 'The harbour board met again and put the matter off. '
const paragraphs = Array.from(
  { length: 300 },
  (_, index) => `Paragraph ${index + 1}. ${sentence.repeat(8)}It ends here.`,
)
const text = paragraphs.join('\n')

test('the ends of a long article and all of it are reached by key, also where it is not laid out', async ({
  home,
  start,
}) => {
  const path = await makeProject(home, { Harbour: text })
  const { page } = await start(path)
  await openDocument(page, 'Harbour')
  await expect(articleOf(page)).toContainText('Paragraph 1.')
  await articleOf(page).focus()

  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('1')
  await expect.poll(() => storedTags(path, 'Harbour')).toEqual(['claim: here.'])

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('2')
  await expect.poll(() => storedTags(path, 'Harbour')).toEqual([`quote: ${text}`, 'claim: here.'])

  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ControlOrMeta+Shift+End')
  await page.keyboard.press('3')
  await expect
    .poll(() => storedTags(path, 'Harbour'))
    .toEqual([`quote: ${text}`, `denial: ${text}`, 'claim: here.'])
})
