import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{shared,app,renderer,scripts,bench}/**/*.test.{ts,tsx}',
      'tests/{crash,desktop,docs,package}/**/*.test.ts',
    ],
    environment: 'node',
    // No test leaves anything behind in a module: half the time goes into loading them for each file.
    isolate: false,
    // The runner leaves one core to itself, of two.
    maxWorkers: 2,
    // Properties are tried many times over, and machines may be busy: a test that hangs is found all the same.
    testTimeout: 60_000,
  },
})
