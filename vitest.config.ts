import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// vitest leaves one core free by default, which on two cores means one test file at a time.
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{domain,db,electron,server,sync,scripts}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        // Whole apps with a browser each: after everything else and one file at a time.
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
