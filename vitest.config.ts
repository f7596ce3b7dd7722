import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'apps/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
      'scripts/**/*.test.{ts,mjs}',
      'bench/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Real processes, sockets and signals: threads share too much.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    globalSetup: ['packages/testkit/src/database/global-setup.ts'],
    // A PostgreSQL of one's own for the same tests (CI runs them against Debian's).
    provide: { balcaoDatabaseHost: '', balcaoTestDatabaseUrl: process.env.BALCAO_TEST_DATABASE_URL ?? '' },
  },
});
