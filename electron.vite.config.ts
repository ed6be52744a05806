import { join } from 'node:path'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

import { collectLicences, licenceList } from './scripts/licences/collect-licences.ts'

const license = { fileName: licenceList }
// Written once more as each part is built; the last one completes it. Vite does not list what web workers bundle: ours
// hold nothing that is not in the page too.
const licences = collectLicences({
  file: join(import.meta.dirname, 'out/main/licences.txt'),
  texts: join(import.meta.dirname, 'scripts/licences/texts'),
})

// Zod makes no functions of text in the page, nor tries to: its content security policy allows none.
const banner = 'globalThis.__zod_globalConfig = { jitless: true };'

// Every dependency is bundled, so the packaged app carries no node_modules. Builds are readable (not minified) and
// carry no source maps, which would hold the paths of the machine that built them.
export default defineConfig({
  main: {
    plugins: [licences],
    build: {
      license,
      target: 'node24',
      lib: {
        entry: {
          main: 'app/desktop/main.ts',
          // The same program without Electron.
          verbatim: 'app/cli/main.ts',
          // Threads of their own, found beside the bundle of the program (app/workbench/jobs/thread-script.ts).
          'check-thread': 'app/workbench/project/check-thread.ts',
          'counting-thread': 'app/workbench/statistics/counting-thread.ts',
          'copies-thread': 'app/workbench/copies/copies-thread.ts',
          'export-thread': 'app/workbench/exporters/export-thread.ts',
          'import-thread': 'app/workbench/importers/import-thread.ts',
          'reader-thread': 'app/workbench/importers/reading/reader-thread.ts',
          'search-thread': 'app/workbench/search/search-thread.ts',
          'project-thread': 'app/workbench/project-thread/project-thread.ts',
        },
        formats: ['es'],
      },
      // What several of them share lies beside them too, for it may start a thread.
      rolldownOptions: {
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [licences],
    build: {
      license,
      // A sandboxed preload script is CommonJS in one file.
      target: 'node24',
      lib: { entry: 'app/desktop/preload.ts', formats: ['cjs'] },
      rolldownOptions: { output: { entryFileNames: 'preload.cjs', codeSplitting: false } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), licences],
    // A worker loads the words of a language when it speaks it, as the page does.
    worker: { format: 'es', rolldownOptions: { output: { banner } } },
    // Both shells put a fresh nonce here with every page, for the style elements that libraries insert.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      license,
      // The browser shell also runs in Firefox and Safari: nothing newer than a language level.
      target: 'es2024',
      minify: true,
      // The content security policy allows no data: URLs but images.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: 'renderer/index.html', output: { banner } },
    },
  },
})
