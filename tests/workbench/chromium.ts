import type { LaunchOptions } from '@playwright/test'
import chromium from '@sparticuz/chromium'

/**
 * How journeys start a headless Chromium that talks to nobody but the page. On Linux it comes from the npm registry, so
 * that none needs to be installed; elsewhere the installed Chrome is taken.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-gpu',
    '--disable-sync',
    '--no-pings',
  ]
  if (process.platform !== 'linux') return { channel: 'chrome', args }
  return {
    executablePath: await chromium.executablePath(),
    // The package holds the shell for headless use alone, and build machines run it as root.
    args: [...args, '--headless=shell', '--no-sandbox'],
  }
}
