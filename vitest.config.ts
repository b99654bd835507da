import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'engines/crowd/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    globalSetup: ['tests/setup/postgres.ts'],
    maxWorkers: 2,
    // Chromium and killed processes share a busy machine there; what needed it is named, and races say `retry: 0` themselves.
    retry: process.env.FORESTALL_SECOND_TRY ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
