import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium } from '@playwright/test'
import { IconIcns, IconIco } from '@shockpkg/icon-encoder'

import { chromiumLaunchOptions } from '../tests/workbench/chromium.ts'

// Draws the icons of the app and of its project files from `resources/icons/*.svg`, in the forms each system takes.

/** Widths in px: what Linux looks for in its icon folders. */
const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512]
const icoSizes = [16, 24, 32, 48, 64, 128, 256]
/** The types of an `.icns` file by the width of their picture in px; some stand for half the size on fine screens. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

const folder = join(import.meta.dirname, '../resources/icons')
const browser = await chromium.launch(await chromiumLaunchOptions())
const page = await browser.newPage()
try {
  // On macOS the shape of an app keeps a tenth of the picture free on each side; a document reaches its edges.
  await drawIcons('application', 0.1)
  await drawIcons('project', 0)
} finally {
  await browser.close()
}

async function drawIcons(name: string, macMargin: number): Promise<void> {
  const svg = await readFile(join(folder, `${name}.svg`), 'utf8')
  const pngFolder = join(folder, name)
  await mkdir(pngFolder, { recursive: true })
  for (const size of pngSizes) {
    await writeFile(join(pngFolder, `${size}x${size}.png`), await draw(svg, size, 0))
  }
  const ico = new IconIco()
  for (const size of icoSizes) await ico.addFromPng(await draw(svg, size, 0))
  await writeFile(join(folder, `${name}.ico`), ico.encode())
  const icns = new IconIcns()
  for (const [size, types] of Object.entries(icnsTypes)) {
    await icns.addFromPng(await draw(svg, Number(size), macMargin), types)
  }
  await writeFile(join(folder, `${name}.icns`), icns.encode())
}

/** The drawing as a square PNG, `size` px wide, with a part of that free on each side. */
async function draw(svg: string, size: number, margin: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size })
  const inner = Math.round(size * (1 - 2 * margin))
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<style>body{margin:0;height:100vh;display:grid;place-items:center}</style>
     <img src="${source}" width="${inner}" height="${inner}" alt="" />`,
  )
  return page.screenshot({ omitBackground: true })
}
