import { join } from 'node:path'

import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, 'pages')
const outDir = join(import.meta.dirname, '../out/bench')

export type PageServer = {
  /** Its address, without a slash at the end. */
  readonly origin: string
  readonly close: () => Promise<void>
}

/**
 * Builds pages (`name.html`) and scripts (`name.ts`, served as `name.js`) of `pages/` as they would be shipped, and
 * serves them on the loopback address.
 */
export async function servePages(files: readonly string[]): Promise<PageServer> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: files.map((file) => join(root, file)),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('the page server has no address')
  return { origin: new URL(address).origin, close: () => server.close() }
}
