import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'

import type { Picture } from './pictures.ts'

/** Where all pictures of the documentation are. */
const folder = join(import.meta.dirname, '../../docs/pictures')

/** Opens the desk anew, leads to what is to be shown and writes it as a PNG. Gives its path, and its size in bytes. */
export async function takePicture(
  page: Page,
  { name, scheme = 'light', window = { width: 1280, height: 760 }, show, crop }: Picture,
): Promise<{ readonly path: string; readonly bytes: number }> {
  await page.setViewportSize(window)
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.reload()
  const documents = page.getByRole('listbox', { name: 'Documents' })
  await documents.getByRole('option', { name: /Ferry town/ }).click()
  await page.getByRole('heading', { name: /Ferry town/ }).waitFor()
  await page.getByRole('listbox', { name: 'Annotations' }).getByRole('option').first().waitFor()
  await show(page)
  // The mouse holds no tip open, and whatever fades or counts has come to rest.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  const clip = crop === undefined ? null : await boxAround(crop(page))
  const shot = await page.screenshot({ animations: 'disabled', ...(clip === null ? {} : { clip }) })
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  // A palette is enough for letters on plain colours, and takes less than half the room.
  const { size } = await sharp(shot).png({ palette: true, effort: 10, dither: 0 }).toFile(path)
  return { path, bytes: size }
}

/** The least box of the window, in CSS px, that holds all of these. */
async function boxAround(parts: readonly Locator[]) {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()))
  const shown = boxes.filter((box) => box !== null)
  const left = Math.min(...shown.map(({ x }) => x))
  const top = Math.min(...shown.map(({ y }) => y))
  const right = Math.max(...shown.map(({ x, width }) => x + width))
  const bottom = Math.max(...shown.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
