import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The long ones first, so that none runs alone at the end: browsers, then whole programs, then rooms. */
const long = ['/tests/browser/', '/tests/flow/'];
const rank = ({ moduleId }: TestSpecification): number => {
  const found = long.findIndex((part) => moduleId.includes(part));
  return found === -1 ? long.length : found;
};
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongFirst },
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    globalSetup: ['packages/testkit/src/database/global-setup.ts'],
    // A PostgreSQL of one's own for the same tests (CI runs them against Debian's).
    provide: { balcaoDatabaseHost: '', balcaoTestDatabaseUrl: process.env.BALCAO_TEST_DATABASE_URL ?? '' },
  },
});
