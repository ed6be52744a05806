import type { Page } from '@playwright/test'

import { openDocument, waitUntilSaved } from '../workbench/annotations.ts'
import { articleOf, clickIn, dragOver, shownText } from '../workbench/article.ts'
import { makeProject, storedIn, storedTags } from '../workbench/project.ts'
import { expect, test } from '../workbench/test.ts'
import { bridge } from '../workbench/texts.ts'

/** Everything that writes in an ordinary text field, at the caret and over a selection. */
async function tryToWrite(page: Page): Promise<void> {
  for (const select of [
    () => clickIn(page, 'engineer'),
    () => dragOver(page, 'said the old bridge'),
  ]) {
    await select()
    await page.keyboard.type('xyz 7 ü')
    await page.keyboard.insertText('пять')
    for (const key of ['Enter', 'Backspace', 'Space', 'Shift+Enter', 'Control+Backspace']) {
      await page.keyboard.press(key)
    }
    await select()
    await page.keyboard.press('ControlOrMeta+x')
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.press('ControlOrMeta+b')
  }
}

/** A composition as an input method makes it: three states, then the word is taken. */
async function compose(page: Page): Promise<void> {
  const input = await page.context().newCDPSession(page)
  for (const text of ['に', 'にほ', 'にほん']) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await input.send('Input.insertText', { text: '日本' })
  await input.detach()
}

/** Drops a selection of the text elsewhere in the text, and a text from outside. */
async function dropText(page: Page): Promise<void> {
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'dropped words')
    return data
  })
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await articleOf(page).dispatchEvent(type, { dataTransfer: dropped })
  }
}

for (const { title, initScript } of [
  { title: 'with EditContext', initScript: () => {} },
  {
    title: 'in a browser without EditContext',
    initScript: () => {
      Reflect.deleteProperty(window, 'EditContext')
      Reflect.deleteProperty(HTMLElement.prototype, 'editContext')
    },
  },
]) {
  test(`typing, pasting, cutting, dropping and input methods change no text, ${title}`, async ({
    home,
    start,
  }) => {
    const path = await makeProject(home, { Bridge: bridge })
    const { page } = await start(path, { initScript })
    await openDocument(page, 'Bridge')
    await expect.poll(() => shownText(page)).toBe(bridge)

    await tryToWrite(page)
    await expect.poll(() => shownText(page)).toBe(bridge)
    await clickIn(page, 'engineer')
    await compose(page)
    await expect.poll(() => shownText(page)).toBe(bridge)
    await dragOver(page, 'she told reporters')
    await compose(page)
    await dropText(page)
    await expect.poll(() => shownText(page)).toBe(bridge)

    // And the text that is there can be tagged as ever.
    await dragOver(page, 'two cables are broken')
    await page.keyboard.press('1')
    await expect.poll(() => storedTags(path, 'Bridge')).toEqual(['claim: two cables are broken'])
    await waitUntilSaved(page)
    expect(await shownText(page)).toBe(bridge)
    expect(storedIn(path).get('Bridge')?.text).toBe(bridge)
  })
}
