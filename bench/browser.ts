import { chromium as playwright, type Browser } from '@playwright/test'
import chromium from '@sparticuz/chromium'

/** One headless Chromium that talks to nobody but the page, and lets pages collect garbage between measurements. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-pings',
      '--js-flags=--expose-gc',
    ],
  })
}
