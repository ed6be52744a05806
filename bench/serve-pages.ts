import { join } from 'node:path'

import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const root = join(import.meta.dirname, 'pages')
const outDir = join(import.meta.dirname, '../out/bench')

export type PageServer = { readonly origin: string; readonly close: () => Promise<void> }

/** Builds the editors' pages as they would be shipped, and serves them on the loopback address. */
export async function servePages(names: readonly string[]): Promise<PageServer> {
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
      rolldownOptions: { input: names.map((name) => join(root, `${name}.html`)) },
    },
  })
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const origin = server.resolvedUrls?.local[0]
  if (origin === undefined) throw new Error('the page server has no address')
  return { origin, close: () => server.close() }
}
