import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,app,renderer,scripts}/**/*.test.{ts,tsx}', 'tests/crash/**/*.test.ts'],
    environment: 'node',
  },
})
