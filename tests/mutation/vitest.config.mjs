import { defineConfig } from 'vitest/config';

/** The tests of the ground that need no database, for the run that changes the code and looks whether they notice. */
export default defineConfig({
  test: {
    include: ['src/platform/vault/**/*.test.ts', 'src/platform/audit/tree/**/*.test.ts', 'src/**/policy.test.ts'],
    testTimeout: 60_000,
  },
});
